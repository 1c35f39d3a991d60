/**
 * Splits a text at its notices. Each replaces a redacted passage, is in brackets and ends with the reason, in the
 * language that the site had then.
 *
 * @param reasons The reasons of redactions in this text; without any, it has no notices.
 */
export function cutAtNotices(text: string, reasons: readonly string[]): { text: string; isNotice: boolean }[] {
  if (reasons.length === 0) return [{ text, isNotice: false }];
  const endings = reasons.map((reason) => reason.trim().split(/\s+/).map(RegExp.escape).join('\\s+'));
  return text
    .split(new RegExp(`(\\[[^\\[\\]]+(?:${endings.join('|')})\\])`, 'u'))
    .map((words, index) => ({ text: words, isNotice: index % 2 === 1 }))
    .filter(({ text: words }) => words !== '');
}
