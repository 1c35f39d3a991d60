import type { Renderer } from '../../markdown/renderer.ts';
import type { Site } from '../../model/model.ts';
import type { Urls } from '../../model/urls.ts';
import type { MenuId } from '../files/menu-id.ts';
import type { InternalLink } from './read-markdown.ts';
import type { Review } from './review.ts';

/** The publication, and what all its other files are read with. */
export type LoadedSite = {
  /** `undefined` where `site.md` is at fault. */
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
  /** Whether an article is published only with a recorded version; unknown if `site.md` is at fault. */
  record: 'required' | 'expected' | undefined;
  /** The checks that are turned off. */
  off: ReadonlySet<string>;
  /** Looks closer at texts, where somebody asked for that. */
  review: Review;
};
