/** Makes the icons in public/ from icon.svg there: `npm run icons`, after a change of that file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { makeIcons } from '../share-images/make-icons.ts';

for (const [name, bytes] of await makeIcons(readFileSync('public/icon.svg'))) {
  writeFileSync(`public/${name}`, bytes);
  console.log(`public/${name}`);
}
