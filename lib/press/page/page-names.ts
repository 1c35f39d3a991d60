import type { Element } from 'domhandler';

/** What selectors ask of a page: which names its elements have, and which of them are within which. */
export type PageNames = {
  /** Whether an element has the name: itself in small letters, a class with a full stop before it, a direction as `[dir=rtl]`. */
  has: (name: string) => boolean;
  /** Whether an element with the name is somewhere within one with the other name. */
  isWithin: (name: string, around: string) => boolean;
};

/** The names of a page, and for each of them the names of all that is around its elements. */
export class NotedNames implements PageNames {
  private readonly around = new Map<string, Set<string>>();
  /** What was around the last element with a name: siblings share it, and it is noted once. */
  private readonly last = new Map<string, ReadonlySet<string>>();

  /**
   * Notes an element.
   *
   * @param around The names of the elements around it.
   * @returns The names that are around its children.
   */
  note(element: Element, around: ReadonlySet<string>): ReadonlySet<string> {
    const names = namesOf(element);
    for (const name of names) {
      if (this.last.get(name) === around) continue;
      this.last.set(name, around);
      const known = this.around.get(name) ?? new Set();
      this.around.set(name, known);
      for (const one of around) known.add(one);
    }
    return new Set([...around, ...names]);
  }

  has(name: string): boolean {
    return this.around.has(name);
  }

  isWithin(name: string, around: string): boolean {
    return this.around.get(name)?.has(around) ?? false;
  }
}

function namesOf({ name, attribs }: Element): string[] {
  const { dir, class: classes = '' } = attribs;
  return [
    // Names of drawings have capitals (`clipPath`); selectors find them without.
    name.toLowerCase(),
    ...(dir ? [`[dir=${dir}]`] : []),
    ...classes.split(/\s+/).map((one) => `.${one}`),
  ];
}
