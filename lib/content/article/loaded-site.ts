import type { Renderer } from '../../markdown/renderer.ts';
import type { Site } from '../../model/model.ts';
import type { Urls } from '../../model/urls.ts';
import type { MenuId } from '../files/menu-id.ts';
import type { InternalLink } from './read-markdown.ts';
import type { Review } from './review.ts';

/** The publication, and the settings for reading all its other files. */
export type LoadedSite = {
  /** `undefined` if `site.md` has errors. */
  site: Site | undefined;
  lang: string;
  /** All languages of the publication, the first one first. */
  languages: readonly string[];
  /** How dates and numbers are written. */
  locale: string;
  timeZone: string;
  urls: Urls;
  renderer: Renderer;
  links: InternalLink[];
  /** The ids in menus, to be checked once all pages and topics are known. */
  menuIds: MenuId[];
  /** Whether every published article must have a recorded version; unknown if `site.md` has errors. */
  record: 'required' | 'expected' | undefined;
  /** The checks that are turned off. */
  off: ReadonlySet<string>;
  /** Reviews texts, if requested. */
  review: Review;
};
