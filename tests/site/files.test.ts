import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentTypeOf } from '@/lib/formats/content-types.ts';
import { readBuiltSite } from '../support/built-site.ts';
import { parseXml } from '../support/parse-xml.ts';
import { plainPages, sites } from '../support/sites.ts';

const real = readBuiltSite('standfirst', sites.standfirst);

/** The files that machines read; the index of the search is there for browsers. */
const filesOf = ({ files }: typeof real) =>
  files.filter((file) => contentTypeOf(file) !== undefined && !file.startsWith('search/'));

describe('The files for machines', () => {
  test('are those that plain Next prerenders, to the byte', () => {
    const bodies = globSync('**/*.body', { cwd: plainPages });

    expect(bodies.map((file) => file.replace(/\.body$/, '')).sort()).toEqual(filesOf(real));
    for (const file of filesOf(real)) {
      expect(readFileSync(join(plainPages, `${file}.body`), 'utf8'), file).toBe(real.read(file));
    }
  });

  test('come from plain Next with the same types', () => {
    for (const file of filesOf(real)) {
      const { headers } = JSON.parse(readFileSync(join(plainPages, `${file}.meta`), 'utf8'));
      expect(headers['content-type'], file).toBe(contentTypeOf(file));
    }
  });
});

for (const site of Object.entries(sites).map(([name, one]) => readBuiltSite(name, one))) {
  describe(`The files for machines of ${site.name}`, () => {
    test('are well-formed XML where they are XML', () => {
      for (const file of filesOf(site).filter((one) => one.endsWith('.xml'))) parseXml(site.read(file));
    });

    test('have compressed siblings', () => {
      for (const file of filesOf(site)) expect(site.siblings).toContain(`${file}.br`);
    });
  });
}
