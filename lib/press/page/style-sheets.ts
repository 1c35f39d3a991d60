import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the compiled style sheets, by the addresses in pages; each is read once. */
export function styleSheets(root: string): (address: string) => string {
  const known = new Map<string, string>();
  return (address) => {
    const { pathname } = new URL(address, 'http://localhost');
    const text = known.get(pathname) ?? readFileSync(join(root, '.next', pathname.replace('/_next/', '')), 'utf8');
    known.set(pathname, text);
    return text;
  };
}
