import { Fragment } from 'react';
import { cutAtNotices } from '@/lib/versions/notices.ts';

type Props = { as: 'del' | 'ins'; text: string; reasons: readonly string[] };

/** Words that were said or are said now. A notice of what was taken out of them is neither. */
export function MarkedWords({ as: Mark, text, reasons }: Props) {
  return cutAtNotices(text, reasons).map(({ text: words, isNotice }, index) => (
    <Fragment key={index}>{isNotice ? <Notice text={words} /> : <Mark>{words}</Mark>}</Fragment>
  ));
}

/** What is in the place of a passage that had to go: when it was taken out, and why. */
export function Notice({ text }: { text: string }) {
  return <span className="notice">{text}</span>;
}
