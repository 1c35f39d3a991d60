/**
 * The compiled style sheet with the look of a publication: its colours replace those of the style sheet, its other rules
 * are at the end.
 *
 * @param own The rules that the page adds; empty if the publication has no look of its own.
 */
export function withOwnLook(compiled: string, own: string): string {
  if (last?.compiled !== compiled || last.own !== own) last = { compiled, own, css: combined(compiled, own) };
  return last.css;
}

/** The last style sheet, which nearly all pages have. */
let last: { compiled: string; own: string; css: string } | undefined;

function combined(compiled: string, own: string): string {
  const [, declared = '', rules = ''] = /^(?::root\{([^}]*)\})?(.*)$/s.exec(inItsWords(own, compiled)) ?? [];
  const colors = new Map(declared.split(';').flatMap((one) => (one === '' ? [] : [[one.split(':', 1)[0], one]])));
  if (colors.size === 0) return compiled + rules;
  // The first declaration is that of the theme. Later ones are for parts of the page or for forced colours.
  const css = compiled.replace(/(?<=[{;])(--color-\w+):[^;}]*/g, (usual, name) => {
    const color = colors.get(name) ?? usual;
    colors.delete(name);
    return color;
  });
  const left = [...colors.values()].join(';');
  return css + (left && `:root{${left}}`) + rules;
}

/** Rules with colours for light and dark, in the same form as a compiled style sheet, for older browsers. */
function inItsWords(css: string, compiled: string): string {
  if (!compiled.includes('--lightningcss-light')) return css;
  return css.replace(/light-dark\((#\w+),(#\w+)\)/g, 'var(--lightningcss-light,$1)var(--lightningcss-dark,$2)');
}
