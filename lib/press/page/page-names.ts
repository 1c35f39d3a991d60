import type { Element } from 'domhandler';

/** What decides whether a selector can match: the names of a page's elements, and which are within which. */
export type PageNames = {
  /**
   * Whether an element has the name: an element name in lower case, a class with a full stop before it, a direction as
   * `[dir=rtl]`, or a language in lower case as `:lang(ar)`.
   */
  has: (name: string) => boolean;
  /** Whether an element with the name is anywhere within one with the other name. */
  isWithin: (name: string, around: string) => boolean;
  /** Whether an element has all of the names, and of each of the denied sets not all. */
  hasWithout: (names: readonly string[], denied: readonly (readonly string[])[]) => boolean;
};

/** The names of a page, each with the names of all ancestors of its elements. */
export class NotedNames implements PageNames {
  private readonly around = new Map<string, Set<string>>();
  /** The ancestors of the last element with each name. Siblings share them, so they are added once. */
  private readonly last = new Map<string, ReadonlySet<string>>();
  /** The names that elements have together, by themselves in one string. */
  private readonly together = new Map<string, ReadonlySet<string>>();
  /** The names around the children of elements, by the names around these and by their own: most elements have a sibling like them. */
  private readonly inside = new Map<ReadonlySet<string>, Map<string, ReadonlySet<string>>>();

  /**
   * Adds an element.
   *
   * @param around The names of its ancestors.
   * @returns The names of its children's ancestors.
   */
  note(element: Element, around: ReadonlySet<string>): ReadonlySet<string> {
    const { name, attribs } = element;
    const written = [name, attribs['dir'], attribs['lang'], attribs['class']].join('\n');
    const alike = this.inside.getOrInsertComputed(around, () => new Map());
    const before = alike.get(written);
    if (before) return before;
    const names = namesOf(element);
    const joined = names.join(' ');
    if (!this.together.has(joined)) this.together.set(joined, new Set(names));
    for (const name of names) {
      if (this.last.get(name) === around) continue;
      this.last.set(name, around);
      const known = this.around.get(name) ?? new Set();
      this.around.set(name, known);
      for (const one of around) known.add(one);
    }
    const inside = new Set([...around, ...names]);
    alike.set(written, inside);
    return inside;
  }

  has(name: string): boolean {
    return this.around.has(name);
  }

  isWithin(name: string, around: string): boolean {
    return this.around.get(name)?.has(around) ?? false;
  }

  hasWithout(names: readonly string[], denied: readonly (readonly string[])[]): boolean {
    return [...this.together.values()].some((own) => {
      const hasAll = (some: readonly string[]) => some.every((name) => own.has(name));
      return hasAll(names) && !denied.some(hasAll);
    });
  }
}

function namesOf({ name, attribs }: Element): string[] {
  const { dir, lang, class: classes = '' } = attribs;
  return [
    // SVG element names have capitals (`clipPath`), but selectors match them without.
    name.toLowerCase(),
    ...(dir ? [`[dir=${dir}]`] : []),
    ...(lang ? languagesOf(lang.toLowerCase()) : []),
    ...classes.split(/\s+/).map((one) => `.${one}`),
  ];
}

/** The languages that a tag belongs to: `ar-iq` is `ar`, too. */
function languagesOf(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_part, index) => `:lang(${parts.slice(0, index + 1).join('-')})`);
}
