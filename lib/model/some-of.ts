/** Names for a message: the first few, and how many more there are. */
export function someOf(names: readonly string[], most = 10): string {
  const more = names.length - most;
  return [...names.slice(0, most), ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join(', ');
}
