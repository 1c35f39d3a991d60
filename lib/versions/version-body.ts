import { type OwnPart, ownParts, type Part, type PartName } from '../model/recorded-part.ts';

const own: ReadonlySet<string> = new Set(ownParts);

const marker = /^<!-- (.+) -->$/;

/** The body of a version's file: each part after a comment that names it. */
export function formatVersionBody(parts: readonly Part[]): string {
  return parts.map(({ name, markdown }) => `<!-- ${name} -->\n\n${markdown}\n`).join('\n');
}

/**
 * Parses the body of a version's file.
 *
 * @returns The parts, or the line (counted from 1) with text outside any part, or with an unknown or repeated part.
 */
export function parseVersionBody(body: string): { parts: Part[] } | { faultyLine: number } {
  const parts: { name: PartName; lines: string[] }[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    const name = marker.exec(line)?.[1];
    if (name !== undefined) {
      if (!isPartName(name) || parts.some((part) => part.name === name)) return { faultyLine: index + 1 };
      parts.push({ name, lines: [] });
    } else if (parts.length > 0) parts.at(-1)?.lines.push(line);
    else if (line.trim() !== '') return { faultyLine: index + 1 };
  }
  return { parts: parts.map(({ name, lines }) => ({ name, markdown: lines.join('\n').trim() })) };
}

/** The id of a section's part; `undefined` for any other part. */
export function sectionOf(name: PartName): string | undefined {
  return isSection(name) ? name.slice('section '.length) : undefined;
}

/** Whether a part is a section. */
export function isSection(name: PartName): name is Exclude<PartName, OwnPart> {
  return name.startsWith('section ');
}

function isPartName(name: string): name is PartName {
  return own.has(name) || /^section [a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}
