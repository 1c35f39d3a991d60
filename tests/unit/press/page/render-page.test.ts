import { expect, test } from 'vitest';
import { writeFile } from '@/lib/press/page/render-page.ts';
import { noise } from '../../../support/noise.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

test('A page over its budget is told of once it is compressed as far as it goes, and not before', async () => {
  const page = Buffer.from(`<section id="sources">${noise('sources', 40_000)}</section>`);
  const write = async (path: string, quality: 6 | 11) =>
    (await writeFile(aTemporaryFolder(), path, page, quality)).bytes.heaviest;

  expect(await write('index.html', 11)).toMatch(/^section#sources [\d,]+$/);
  expect(await write('index.html', 6)).toBeUndefined();
  expect(await write('feed.xml', 11)).toBeUndefined();
});
