import { loadWholeContent } from './load-content.ts';
import { type Publication, publish } from './publish.ts';

const key = Symbol.for('standfirst.publication');

/** Where the press leaves the publication that it loaded: modules have one instance in each of Next's bundles. */
type Handover = { [key]?: Publication | undefined };

/** Hands a publication over to the pages of this process; the press alone does so. */
export function handOver(publication: Publication): void {
  (globalThis as Handover)[key] = publication;
}

/** The publication that the press has handed over to this process, or `undefined` outside of the press. */
export function handedOver(): Publication | undefined {
  return (globalThis as Handover)[key];
}

/**
 * What the pages show: the publication of the press, or under plain Next the content folder as it is now.
 *
 * @throws ContentError where the content has problems.
 */
export function currentPublication(): Publication {
  return handedOver() ?? publish(loadWholeContent(process.env['STANDFIRST_CONTENT'] ?? 'content'), Date.now());
}
