/**
 * Cuts a text at the notices in it: each takes the place of a passage that had to go, and is in brackets and ends with
 * the reason, in whatever language the site had then.
 *
 * @param reasons Why passages were taken out of this text; without any, the text has no notice.
 */
export function cutAtNotices(text: string, reasons: readonly string[]): { text: string; isNotice: boolean }[] {
  if (reasons.length === 0) return [{ text, isNotice: false }];
  const endings = reasons.map((reason) => reason.trim().split(/\s+/).map(RegExp.escape).join('\\s+'));
  return text
    .split(new RegExp(`(\\[[^\\[\\]]+(?:${endings.join('|')})\\])`, 'u'))
    .map((words, index) => ({ text: words, isNotice: index % 2 === 1 }))
    .filter(({ text: words }) => words !== '');
}
