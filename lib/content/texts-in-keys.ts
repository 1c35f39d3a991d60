import type { FrontMatter, KeyPath } from './front-matter.ts';

/** Every text in front matter, however deep, with the path of its key. */
export function textsInKeys({ data }: FrontMatter): { text: string; path: KeyPath }[] {
  const found: { text: string; path: KeyPath }[] = [];
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
