import type { FrontMatter, KeyPath } from './front-matter.ts';

type TextInKey = { text: string; path: KeyPath };

/** Several checks read the texts of one file. */
const known = new WeakMap<FrontMatter, readonly TextInKey[]>();

/** Every string in front matter, at any depth, with the path of its key. */
export function frontMatterStrings(frontMatter: FrontMatter): readonly TextInKey[] {
  const texts = known.get(frontMatter) ?? textsIn(frontMatter.data);
  known.set(frontMatter, texts);
  return texts;
}

function textsIn(data: unknown): TextInKey[] {
  const found: TextInKey[] = [];
  const walk = (value: unknown, path: KeyPath) => {
    if (typeof value === 'string') found.push({ text: value, path });
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(data, []);
  return found;
}
