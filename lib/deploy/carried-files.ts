import { pictureNameIn } from '../model/urls.ts';
import { goneFrom, type PublicSite, picturesStillShown } from '../publication/public-texts.ts';
import { isOfSearchRuntime } from '../serve/headers.ts';
import type { ReleaseManifest, SiteFile } from '../serve/release-manifest.ts';

/**
 * The files of the release before that readers may still ask for, since they have one of its pages open: those whose
 * names change with their content, for one release.
 *
 * Only files in which everything is still public are carried. A picture is one if the same article still shows it; the
 * index of a year if no article has gone since, and no version of one. An index with the wording from before a
 * correction is carried, since the record has that wording too.
 *
 * @param site The site that is put live.
 * @param before The release that is live. If it has no `texts`, nothing is known of what is in its files.
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
