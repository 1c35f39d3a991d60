/** How files that are not pictures begin, in Latin-1, and the message for an editor. */
const kinds: readonly (readonly [begin: RegExp, fault: string])[] = [
  [
    /^version https:\/\/git-lfs\.github\.com\/spec\//,
    'is a Git LFS pointer, not the picture. Fetch it with git lfs pull; in a workflow, with lfs: true of actions/checkout.',
  ],
  [
    /^(\.\.\/)*\.git\/annex\/|^\/annex\/objects\//,
    'is a git-annex pointer, not the picture. Fetch it with git annex get.',
  ],
  [
    /^(\xef\xbb\xbf)?\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body)\b/is,
    'is a web page (HTML) that was saved under the name of a picture. Save the picture itself.',
  ],
  [/^(\xef\xbb\xbf)?\s*[{[]\s*["{[\]}]/, 'is text (JSON), not a picture. Save the picture itself.'],
  [/^%PDF-/, 'is a PDF. Export the picture from it as a JPEG or a PNG.'],
  [/^PK[^ -~]{2}/, 'is an archive (ZIP) or an office document. Take the picture out of it.'],
  [/^....ftyp(mp4|isom|iso\d|M4V|avc1|qt)/s, 'is a video. Export a picture from it as a JPEG or a PNG.'],
  [/^[^ -~]E\xdf\xa3|^RIFF....AVI /s, 'is a video. Export a picture from it as a JPEG or a PNG.'],
  [
    /^....ftyp(heic|heix|mif1|msf1|hevc)/s,
    'is in the format HEIC, which pages do not show. Save it as a JPEG or a PNG.',
  ],
];

/** How many bytes of a file are examined. */
const head = 1024;

/**
 * What a file is if it is not a picture, as the end of a sentence that begins with its name, and the next step;
 * `undefined` if its bytes do not tell.
 */
export function describeNonPicture(bytes: Buffer): string | undefined {
  if (bytes.length === 0) return 'is empty: it has no bytes. Put the picture here again.';
  const begin = bytes.subarray(0, head).toString('latin1');
  const known = kinds.find(([pattern]) => pattern.test(begin));
  if (known) return known[1];
  if (bytes.subarray(0, head).every((byte) => byte === 0)) {
    return 'has nothing but zeros, as after an interrupted copy. Put the picture here again.';
  }
  return /^[\t\n\r -~]+$/.test(begin) ? 'is text, not a picture. Save the picture itself.' : undefined;
}

/** Whether a text is the pointer that Git LFS leaves in place of a file that it has not fetched. */
export function isLfsPointer(text: string): boolean {
  return text.startsWith('version https://git-lfs.github.com/spec/');
}
