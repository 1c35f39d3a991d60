import { pictureNameIn } from '../model/urls.ts';
import { goneFrom, type PublicSite, picturesStillShown } from '../publication/public-texts.ts';
import { isOfSearchRuntime } from '../serve/headers.ts';
import type { ReleaseManifest, SiteFile } from '../serve/release-manifest.ts';

/**
 * The files of the previous release that readers may still request because they have one of its pages open: those
 * whose names change with their content. They are carried for one release.
 *
 * Only files whose content is still public are carried: a picture if the same article still shows it, and the search
 * index of a year if no article and no version has been removed since. An index with the wording before a correction
 * is carried, since the record has that wording too.
 *
 * @param site The site that goes live.
 * @param before The release that is live. Without `texts`, nothing is known about the contents of its files.
 */
export function carriedFiles(
  site: PublicSite,
  files: ReadonlyMap<string, SiteFile>,
  before: Pick<ReleaseManifest, 'files' | 'texts'> | undefined,
): [string, SiteFile][] {
  const { texts = undefined, files: earlier = {} } = before ?? {};
  const pictures = new Set(texts && picturesStillShown(texts, site));
  const hasAllTexts = texts !== undefined && goneFrom(texts, site).every(({ what }) => what === 'picture');
  const isPublic = (path: string) => {
    const picture = pictureNameIn(`/${path}`);
    return picture === undefined ? hasAllTexts || isOfSearchRuntime(path) : pictures.has(picture);
  };
  return Object.entries(earlier).flatMap(([path, file]): [string, SiteFile][] => {
    const goes = file.immutable && !file.carried && !files.has(path) && isPublic(path);
    return goes ? [[path, { ...file, carried: true }]] : [];
  });
}
