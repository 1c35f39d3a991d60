import { loadWholeContent } from '../content/load-content.ts';
import { type Preview, type Publication, publish } from './publish.ts';

const key = Symbol.for('standfirst.publication');
const previewKey = Symbol.for('standfirst.preview');

/** A preview, and what names it: another revision shows something else. */
export type NumberedPreview = Preview & { revision: string };

/** Where the press leaves the publication that it loaded: modules have one instance in each of Next's bundles. */
type Handover = { [key]?: Publication | undefined; [previewKey]?: NumberedPreview | undefined };

/** Hands a publication over to the pages of this process; the press alone does so. */
export function handOver(publication: Publication): void {
  (globalThis as Handover)[key] = publication;
}

/** The publication that the press has handed over to this process, or `undefined` outside of the press. */
export function handedOver(): Publication | undefined {
  return (globalThis as Handover)[key];
}

/** Hands a preview over to the pages of this process; `npm run dev` alone does so. */
export function handOverPreview(preview: NumberedPreview): void {
  (globalThis as Handover)[previewKey] = preview;
}

/** The preview that was handed over to this process, or `undefined` wherever readers may look. */
export function currentPreview(): NumberedPreview | undefined {
  return (globalThis as Handover)[previewKey];
}

/**
 * What the pages show: the publication of the press, that of the preview, or under plain Next the content folder as it is now.
 *
 * @throws ContentError where the content has problems.
 */
export function currentPublication(): Publication {
  return (
    handedOver() ??
    currentPreview()?.publication ??
    publish(loadWholeContent(process.env['STANDFIRST_CONTENT'] ?? 'content'), Date.now())
  );
}
