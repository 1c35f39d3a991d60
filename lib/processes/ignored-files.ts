/** Names that editors, office programs, sync clients and systems give to their own files. */
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

/** Vim checks whether it can write to a folder with a file named `4913`, or a higher number if that exists. */
const probe = /^\d{4,}$/;

/**
 * Whether an entry of a content folder is not content: a hidden file, or one that a program leaves behind. Everything
 * that reads or watches content ignores it.
 *
 * @param isFolder Matters only for a name that is a number: such a folder may be an article.
 */
export function isIgnored(name: string, isFolder: boolean): boolean {
  return ofPrograms.some((pattern) => pattern.test(name)) || (!isFolder && probe.test(name));
}
