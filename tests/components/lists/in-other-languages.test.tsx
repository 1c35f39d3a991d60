import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { InOtherLanguages } from '@/components/lists/in-other-languages.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle } from '../../support/an-article.ts';

it('Articles that are not in the language of a page are under the name of their own, and marked with it', () => {
  const language = { lang: 'en-GB', dir: 'ltr', label: 'English', path: '/topics/weather/' } as const;
  const article = anArticle({ slug: 'calm', title: 'The calm' });
  render(
    <div lang="ar" dir="rtl">
      <InOtherLanguages lists={[{ language, articles: [article], now: article.published, ...aSetting() }]} />
    </div>,
  );

  const section = screen.getByRole('heading', { level: 2, name: 'English' }).closest('section');
  expect([section?.lang, section?.dir]).toEqual(['en-GB', 'ltr']);
  const links = within(section ?? document.body).getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('hreflang')])).toEqual([
    ['English', '/topics/weather/', 'en-GB'],
    ['The calm', '/articles/calm/', 'en-GB'],
  ]);
  expect(screen.getByRole('heading', { level: 3, name: 'The calm' })).toBeVisible();
});

it('There is nothing of them where there are none', () => {
  const { container } = render(<InOtherLanguages lists={[]} />);

  expect(container).toBeEmptyDOMElement();
});
