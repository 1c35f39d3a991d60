/** The id that a file or folder name was most likely meant to be, such as `ada-reed` for `Ada Reed.md`; `<id>` if its letters make none. */
export function slugify(name: string): string {
  const id = name
    .replace(/\.\w+$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? '<id>' : id;
}
