import { Fragment } from 'react';
import { cutAtNotices } from '@/lib/versions/notices.ts';

type Props = { as: 'del' | 'ins'; text: string; reasons: readonly string[] };

/** Words that were or are in the article. A notice of a redaction is neither. */
export function MarkedWords({ as: Mark, text, reasons }: Props) {
  return cutAtNotices(text, reasons).map(({ text: words, isNotice }, index) => (
    <Fragment key={index}>{isNotice ? <Notice text={words} /> : <Mark>{words}</Mark>}</Fragment>
  ));
}

/** The notice in place of a redacted passage: when it was removed, and why. */
export function Notice({ text }: { text: string }) {
  return <span className="notice">{text}</span>;
}
