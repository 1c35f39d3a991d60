import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ContentError } from '@/lib/model/problem.ts';
import {
  answering,
  currentPreview,
  currentPublication,
  currentRoute,
  handedOver,
  handOver,
  handOverPreview,
} from '@/lib/publication/current-publication.ts';
import { aPublication, aSite } from '../../support/an-article.ts';
import { aContentFolder } from '../../support/content-folder.ts';

describe('The publication that pages show', () => {
  beforeEach(() => vi.stubEnv('STANDFIRST_CONTENT', aContentFolder()));
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const name of ['publication', 'preview']) {
      Reflect.deleteProperty(globalThis, Symbol.for(`standfirst.${name}`));
    }
  });

  test('is read from the content folder where nothing was handed over', () => {
    expect(handedOver()).toBeUndefined();
    expect(currentPublication().articles.map(({ slug }) => slug)).toEqual(['storm']);
  });

  test('is the one that the press has handed over', () => {
    const publication = aPublication();

    handOver(publication);

    expect(currentPublication()).toBe(publication);
  });

  test('is the one in the language that is asked for, by requests at the same time too', async () => {
    const [arabic, french] = ['ar/', 'fr/'].map((prefix) => aPublication({ site: aSite({ prefix }) }));
    const first = aPublication({ others: [arabic, french].flatMap((other) => other ?? []) });
    handOver(first);
    const shown = (language: string) =>
      answering({ language, route: `/${language}-page/` }, async () => {
        await Promise.resolve();
        return [currentPublication(), currentRoute()];
      });

    expect(await Promise.all(['ar', '', 'fr'].map(shown))).toEqual([
      [arabic, '/ar-page/'],
      [first, '/-page/'],
      [french, '/fr-page/'],
    ]);
    expect(currentRoute()).toBeUndefined();
  });

  test('is that of the preview where one was handed over, which the press never takes', () => {
    const publication = aPublication();
    handOverPreview({ publication, remarks: new Map(), now: 0, revision: '1-1' });

    expect(currentPublication()).toBe(publication);
    expect(handedOver()).toBeUndefined();

    const pressed = aPublication();
    handOver(pressed);
    expect(currentPublication()).toBe(pressed);
  });

  test('is that of the preview in which a page was found, also if another is shown before the page is made', async () => {
    const preview = { publication: aPublication(), remarks: new Map(), now: 0, revision: '1-1' };
    handOverPreview(preview);
    const made = answering({ language: '', route: '/articles/storm/' }, async () => {
      await Promise.resolve();
      return [currentPublication(), currentPreview()?.revision];
    });
    handOverPreview({ ...preview, publication: aPublication(), revision: '1-2' });

    const [publication, revision] = await made;
    expect(publication).toBe(preview.publication);
    expect(revision).toBe('1-1');
    expect(currentPreview()?.revision).toBe('1-2');
  });

  test('is none where the content has problems', () => {
    vi.stubEnv('STANDFIRST_CONTENT', 'no/such/folder');

    expect(() => currentPublication()).toThrow(ContentError);
  });
});
