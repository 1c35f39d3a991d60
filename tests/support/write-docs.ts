/** Writes the pages and schemas of docs/ that are made from the code and its examples: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { madeDocs } from './made-docs.ts';

for (const [file, text] of madeDocs()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}
