import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { GET } from '@/app/pictures/[slug]/[copy]/route.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { copiesOf } from '@/lib/model/picture-copies.ts';
import { routes } from '@/lib/model/urls.ts';
import { aPng } from '../../support/a-png.ts';
import { aContentFolder, anIndex } from '../../support/content-folder.ts';
import { takeAwayHandover } from '../../support/plain-next.ts';

/** Plain Next's answers about the pictures of an article with these further keys. */
function plainNext({ keys = '' } = {}) {
  const picture = 'picture: { image: pier.png, alt: The pier, credit: Ada Reed }';
  const dir = aContentFolder({
    'articles/storm/index.md': anIndex({ keys: `${picture}\n${keys}` }),
    'articles/storm/pier.png': aPng(),
  });
  takeAwayHandover();
  process.env['STANDFIRST_CONTENT'] = dir;
  onTestFinished(() => {
    delete process.env['STANDFIRST_CONTENT'];
  });
  /** The last part of the address of each copy. */
  const names = () => {
    const pictures = loadWholeContent(dir).articles.flatMap((article) => article.pictures);
    return pictures.flatMap(({ image }) => copiesOf(image)).map((copy) => basename(routes.picture(copy)));
  };
  const ask = (copy: string) =>
    GET(new Request('http://localhost'), { params: Promise.resolve({ slug: 'storm', copy }) });
  return { dir, names, ask };
}

describe('Plain Next', () => {
  test('makes each copy of a picture as it is asked for', async () => {
    const { names, ask } = plainNext();

    const answers = await Promise.all(names().map(ask));

    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual(['image/avif', 'image/jpeg']);
    const sizes = await Promise.all(answers.map(async (one) => sharp(await one.arrayBuffer()).metadata()));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [8, 6],
      [8, 6],
    ]);
  });

  test('knows no picture of what is not published, and none that there is not', async () => {
    const { names, ask } = plainNext({ keys: 'draft: true' });

    for (const name of [...names(), 'pier.png', '../pier.png']) expect((await ask(name)).status).toBe(404);
  });

  test('says in a line what is wrong with a picture that it cannot decode', async () => {
    const { dir, names, ask } = plainNext();
    const file = join(dir, 'articles/storm/pier.png');
    writeFileSync(file, aPng().subarray(0, 60));

    const answer = await ask(names()[0] ?? '');

    expect(answer.status).toBe(500);
    expect(await answer.text()).toMatch(new RegExp(`^${file}: .+`));
  });
});
