import { AsyncLocalStorage } from 'node:async_hooks';
import { loadWholeContent } from '../content/load-content.ts';
import { type Preview, type Publication, publish } from './publish.ts';

const key = Symbol.for('standfirst.publication');
const askedKey = Symbol.for('standfirst.asked');
const previewKey = Symbol.for('standfirst.preview');

/** A preview and its revision: another revision shows something else. */
export type NumberedPreview = Preview & { revision: string };

/** What is asked of the pages: the language, as its prefix has it, and the route. */
type AskedPage = { language: string; route: string };

/** The preview in which a page was looked up: a later one may have it no more. */
type FromPreview = { preview: NumberedPreview | undefined };

/** Where a build puts its publication, because each of Next's bundles has its own instance of a module. */
type Handover = {
  [askedKey]?: AsyncLocalStorage<AskedPage & FromPreview>;
  [key]?: Publication | undefined;
  [previewKey]?: NumberedPreview | undefined;
};

/** Sets the publication for the pages of this process; only builds do so. */
export function handOver(publication: Publication): void {
  (globalThis as Handover)[key] = publication;
}

/** The publication of the build in this process, or `undefined` outside a build. */
export function handedOver(): Publication | undefined {
  return (globalThis as Handover)[key];
}

/** Sets the preview for the pages of this process; only `npm run dev` does so. */
export function handOverPreview(preview: NumberedPreview): void {
  (globalThis as Handover)[previewKey] = preview;
}

/** The preview for which a page is made, or else the latest one in this process; `undefined` wherever readers may look. */
export function currentPreview(): NumberedPreview | undefined {
  return asked()?.preview ?? (globalThis as Handover)[previewKey];
}

/**
 * What the pages show: the publication of the build, that of the preview, or under plain Next the current content folder.
 *
 * @throws ContentError if the content has problems.
 */
export function currentPublication(): Publication {
  const first = firstPublication();
  const language = asked()?.language ?? process.env['STANDFIRST_LANGUAGE'];
  return first.others.find(({ site }) => site.prefix === `${language}/`) ?? first;
}

/** The route of the page that is made; `undefined` under plain Next. */
export function currentRoute(): string | undefined {
  return asked()?.route;
}

/**
 * Does what answers a request so that the page is one in a language of the publication. In the preview the page is made from what
 * is shown now, even if the content changes before Next gets to it: a page that was found is not missing then.
 */
export function answering<Result>(page: AskedPage, answer: () => Result): Result {
  const handover = globalThis as Handover;
  handover[askedKey] ??= new AsyncLocalStorage<AskedPage & FromPreview>();
  return handover[askedKey].run({ ...page, preview: handover[previewKey] }, answer);
}

function asked(): (AskedPage & FromPreview) | undefined {
  return (globalThis as Handover)[askedKey]?.getStore();
}

function firstPublication(): Publication {
  return (
    handedOver() ??
    currentPreview()?.publication ??
    publish(loadWholeContent(process.env['STANDFIRST_CONTENT'] ?? 'content'), Date.now())
  );
}
