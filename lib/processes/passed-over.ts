/** Names that editors, office programs, synchronisers and systems give to files of their own. */
const ofPrograms = [
  // Hidden: `.DS_Store`, `.index.md.swp`, `.#index.md`.
  /^\./,
  // Copies and locks of editors: `index.md~`, `#index.md#`, `~$notes.docx`, `index.md___jb_tmp___`.
  /~$/,
  /^#.*#$/,
  /^~\$/,
  /___jb_(tmp|old)___$/,
  /\.(bak|orig|old|sw[a-p]|te?mp|part|crdownload)$/i,
  // Of systems and archives.
  /^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|__macosx)$/i,
];

/** Vim tries whether it can write to a folder with a file named `4913`, or a higher number if there is one. */
const probe = /^\d{4,}$/;

/**
 * Whether an entry of a content folder is none of the content: a hidden file, or one that a program leaves beside those
 * that people write. All that reads or follows content passes over it.
 *
 * @param isFolder Of a number alone: a folder may be an article.
 */
export function isPassedOver(name: string, isFolder: boolean): boolean {
  return ofPrograms.some((pattern) => pattern.test(name)) || (!isFolder && probe.test(name));
}
