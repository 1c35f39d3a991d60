import { checkContent } from '@/lib/check/check-content.ts';
import { aContentFolder, anIndex, someday } from './content-folder.ts';

/** The line of the storm's `index.md` before its lead begins. */
const head = 9;

/**
 * The warnings for the lead of an article: line and column in the lead, and the code.
 *
 * @param files Other files of the content, such as those of the glossary.
 */
export async function warningsIn(lead: string, files: Record<string, string> = {}): Promise<string[]> {
  const dir = aContentFolder({ ...files, 'articles/storm/index.md': anIndex({ lead }) });
  return (await checkContent(dir, { now: someday }))
    .filter(({ file }) => file.endsWith('index.md'))
    .map(({ line, column, code }) => `${line - head}:${column} ${code}`);
}

/** This many words, in sentences of ten. */
export function words(count: number): string {
  return Array.from({ length: count }, (_, index) =>
    index % 10 === 9 ? `word${index}.` : index % 10 === 0 ? `Word${index}` : `word${index}`,
  ).join(' ');
}
