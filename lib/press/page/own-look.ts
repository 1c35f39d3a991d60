/**
 * The style sheet of a publication that has a look of its own: the compiled one with the colours of the publication in
 * the places of its own, and the other rules of the look at its end.
 *
 * @param own The rules that the page adds; empty if the publication has chosen no look.
 */
export function withOwnLook(compiled: string, own: string): string {
  const [, declared = '', rules = ''] = /^(?::root\{([^}]*)\})?(.*)$/s.exec(inItsWords(own, compiled)) ?? [];
  const colors = new Map(declared.split(';').flatMap((one) => (one === '' ? [] : [[one.split(':', 1)[0], one]])));
  if (colors.size === 0) return compiled + rules;
  // The first declaration is that of the theme: what follows it is about a part of the page or about some readers.
  const css = compiled.replace(/(?<=[{;])(--color-\w+):[^;}]*/g, (usual, name) => {
    const color = colors.get(name) ?? usual;
    colors.delete(name);
    return color;
  });
  const left = [...colors.values()].join(';');
  return css + (left && `:root{${left}}`) + rules;
}

/** Rules with colours for light and dark in the words of a compiled style sheet, which older browsers know. */
function inItsWords(css: string, compiled: string): string {
  if (!compiled.includes('--lightningcss-light')) return css;
  return css.replace(/light-dark\((#\w+),(#\w+)\)/g, 'var(--lightningcss-light,$1)var(--lightningcss-dark,$2)');
}
