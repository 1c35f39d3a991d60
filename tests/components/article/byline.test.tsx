import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Byline } from '@/components/article/byline.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { anAuthor, aSite } from '../../support/an-article.ts';

const ada = anAuthor({ id: 'ada-reed', name: 'Ada Reed' });
const omar = anAuthor({ id: 'omar-aziz', name: 'Omar Aziz' });
const lena = anAuthor({ id: 'lena-voss', name: 'Lena Voss' });

describe('A byline', () => {
  it.each([
    { lang: 'en-GB', authors: [ada], text: 'By Ada Reed' },
    { lang: 'en-GB', authors: [ada, omar], text: 'By Ada Reed and Omar Aziz' },
    { lang: 'en-GB', authors: [ada, omar, lena], text: 'By Ada Reed, Omar Aziz and Lena Voss' },
    { lang: 'en-US', authors: [ada, omar, lena], text: 'By Ada Reed, Omar Aziz, and Lena Voss' },
    { lang: 'ar', authors: [ada], text: 'بقلم Ada Reed' },
    { lang: 'ar', authors: [ada, omar], text: 'بقلم Ada Reed وOmar Aziz' },
    { lang: 'ar', authors: [ada, omar, lena], text: 'بقلم Ada Reed، Omar Aziz وLena Voss' },
  ])('names $authors.length in $lang: $text', ({ lang, authors, text }) => {
    const { urls, words } = aSetting(aSite({ lang }));
    const { container } = render(<Byline authors={authors} lang={lang} urls={urls} words={words} />);
    expect(container).toHaveTextContent(text);
  });

  it('makes a link of each name and of nothing else, in the order of the authors', () => {
    const { urls, words } = aSetting();
    render(<Byline authors={[omar, ada, lena]} lang="en-GB" urls={urls} words={words} />);
    expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Omar Aziz', '/authors/omar-aziz/'],
      ['Ada Reed', '/authors/ada-reed/'],
      ['Lena Voss', '/authors/lena-voss/'],
    ]);
  });

  it('tells machines that the links lead to authors', () => {
    const { urls, words } = aSetting();
    render(<Byline authors={[ada]} lang="en-GB" urls={urls} words={words} />);
    expect(screen.getByRole('link')).toHaveAttribute('rel', 'author');
  });

  it('tells two authors of one name apart', () => {
    const { urls, words } = aSetting();
    const namesake = anAuthor({ id: 'ada-reed-2', name: 'Ada Reed' });
    render(<Byline authors={[ada, namesake]} lang="en-GB" urls={urls} words={words} />);
    expect(screen.getAllByRole('link', { name: 'Ada Reed' }).map((link) => link.getAttribute('href'))).toEqual([
      '/authors/ada-reed/',
      '/authors/ada-reed-2/',
    ]);
  });
});
