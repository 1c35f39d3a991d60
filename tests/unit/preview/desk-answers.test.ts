import { describe, expect, test } from 'vitest';
import { deskAnswers } from '@/lib/preview/desk-answers.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';

const answers = (content: string) =>
  deskAnswers(process.cwd(), content, { latest: () => ({}) as never }, () => someday);

describe('The desk on a working folder', () => {
  test('lists the problems of the one checker, each with its form and its field', async () => {
    const long = 'A headline of many words '.repeat(4).trim();
    const content = aContentFolder({
      'articles/storm/index.md': anIndex().replace('The storm passes', long),
      'articles/storm/1-pier.md': '---\ntitle: The pier\n---\n\nEvery  plank held.\n',
      'topics/weather.md': '---\nnaem: Weather\n---\n',
    });
    const { body = '' } = (await answers(content)('/desk/problems.json')) ?? {};
    const problems = JSON.parse(String(body)).map(({ code, form, field, severity }: Record<string, string>) => [
      code,
      severity,
      form,
      field,
    ]);
    expect(problems).toEqual(
      expect.arrayContaining([
        ['headline-long', 'warning', 'articles/entries/storm/index', 'title'],
        ['double-space', 'warning', 'sections/entries/storm/1-pier', 'body'],
        ['key-unknown', 'error', 'topics/entries/weather', 'naem'],
      ]),
    );
  });

  test('has the forms of this folder, and knows nothing of other addresses', async () => {
    const answer = answers(aContentFolder());
    const config = JSON.parse(String((await answer('/admin/desk.json'))?.body));
    expect(config).toMatchObject({ isLocal: true, config: { backend: { repo: 'local/content' } } });
    expect(config.config.collections[0].folder).toBe('articles');
    expect(String((await answer('/desk/'))?.body)).toContain('id="forms"');
    for (const path of ['/', '/admin', '/admin/../package.json', '/desk', '/articles/storm/'])
      expect(await answer(path)).toBeUndefined();
  });
});
