import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

const asTable =
  'A table has a bar between the cells of each row, and below its first row one with as many cells of ---.';

/** Reports the rows of tables that did not become one. */
export const tableAsText: TextCheck = () => (_tree, file) => {
  for (const { text, placeAt, block } of settingsOf(file).written) {
    if (block?.type !== 'paragraph') continue;
    if (isRows(text)) {
      leave(file, 'table-as-text', placeAt(text.indexOf('|')), `Rows with bars are shown as text here. ${asTable}`);
    } else if (hasColumns(text)) {
      const message = `Tabs divide these lines into columns, and readers see one paragraph. ${asTable}`;
      leave(file, 'table-as-text', placeAt(text.search(/\t/)), message);
    }
  }
};

/** Two lines or more with a bar at an end and one inside, or with two bars or more each. */
function isRows(text: string): boolean {
  if (!text.includes('|')) return false;
  const rows = text.split('\n').filter((line) => /^\s*\|.*\||\|.*\|\s*$|\S\s*\|.*\|/.test(line));
  return rows.length > 1 || /^\s*\|[^|]+\|.*\|\s*$/.test(rows[0] ?? '');
}

/** Two lines or more with a tab between two words; the sign of an item before a tab is none. */
function hasColumns(text: string): boolean {
  return text.includes('\t') && text.split('\n').filter((line) => /\S{2} *\t\s*\S|\S\t.*\t\s*\S/.test(line)).length > 1;
}
