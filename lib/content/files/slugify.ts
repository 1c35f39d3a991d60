/**
 * The id that the name of a file or a folder was most likely meant to be, as in `ada-reed` for `Ada Reed.md`; `<id>`
 * where its letters make none.
 */
export function likelyId(name: string): string {
  const id = name
    .replace(/\.\w+$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? '<id>' : id;
}
