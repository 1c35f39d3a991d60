import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArticlePage } from '@/components/article-page.tsx';
import { ThemeChoice } from '@/components/theme-choice.tsx';
import { english } from '@/lib/languages/english.ts';
import { markCurrentSection } from '@/lib/page-scripts/current-section.ts';
import { rememberTheme } from '@/lib/page-scripts/theme-choice.ts';
import { aSetting } from '../support/a-setting.ts';
import { anArticle, aSection, aSourceNote } from '../support/an-article.ts';

const root = document.documentElement;

/** A browser that lets a page store nothing. */
function forbidStorage() {
  vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
  root.removeAttribute('data-theme');
});

describe('Before the first paint', () => {
  const runEarlyScript = async () => {
    vi.resetModules();
    await import('@/lib/page-scripts/early-theme.ts');
  };

  it.each([{ theme: 'light' }, { theme: 'dark' }])('a page takes the remembered theme: $theme', async ({ theme }) => {
    localStorage.setItem('theme', theme);
    await runEarlyScript();
    expect(root).toHaveAttribute('data-theme', theme);
  });

  it('a page is as the system has it where no theme is remembered', async () => {
    await runEarlyScript();
    expect(root).not.toHaveAttribute('data-theme');
  });

  it('a page is as the system has it where storage is forbidden', async () => {
    forbidStorage();
    await runEarlyScript();
    expect(root).not.toHaveAttribute('data-theme');
  });
});

describe('The choice of a theme, with script', () => {
  const start = () => {
    render(<ThemeChoice words={english} />);
    rememberTheme();
  };
  const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));

  it.each([
    { theme: 'light', name: 'Light' },
    { theme: 'dark', name: 'Dark' },
  ])('shows the remembered theme as chosen: $name', ({ theme, name }) => {
    root.dataset['theme'] = theme;
    start();
    expect(screen.getByRole('radio', { name })).toBeChecked();
  });

  it('shows the theme of the system as chosen where none is remembered', () => {
    start();
    expect(screen.getByRole('radio', { name: 'System' })).toBeChecked();
  });

  it.each([
    { theme: 'light', name: 'Light' },
    { theme: 'dark', name: 'Dark' },
  ])('takes effect at once and is kept for the next page: $name', ({ theme, name }) => {
    start();
    choose(name);
    expect(root).toHaveAttribute('data-theme', theme);
    expect(localStorage.getItem('theme')).toBe(theme);
  });

  it('is forgotten when the reader goes back to the system', () => {
    start();
    choose('Dark');
    choose('System');
    expect(root).not.toHaveAttribute('data-theme');
    expect(localStorage.getItem('theme')).toBeNull();
  });

  it('takes effect on this page where storage is forbidden', () => {
    forbidStorage();
    start();
    choose('Dark');
    expect(root).toHaveAttribute('data-theme', 'dark');
  });
});

describe('The contents, with script', () => {
  const windowHeight = 900;
  const article = anArticle({
    sections: [
      aSection({ id: 'first', title: 'First' }),
      aSection({ id: 'second', title: 'Second' }),
      aSection({ id: 'third', title: 'Third' }),
    ],
  });

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame'] });
    vi.stubGlobal('CSS', { supports: () => false });
    vi.stubGlobal('innerHeight', windowHeight);
    vi.stubGlobal('scrollY', 0);
    vi.spyOn(root, 'scrollHeight', 'get').mockReturnValue(5000);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** Puts the tops of the sections so many pixels below the top of the window. */
  function place(tops: readonly number[]) {
    for (const [index, section] of document.querySelectorAll('section.part').entries()) {
      vi.spyOn(section, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, tops[index]));
    }
  }

  function scroll({ to, tops }: { to: number; tops: readonly number[] }) {
    vi.stubGlobal('scrollY', to);
    place(tops);
    fireEvent.scroll(window);
    vi.advanceTimersToNextFrame();
  }

  function start(tops: readonly number[], shown = article) {
    render(<ArticlePage article={shown} related={[]} {...aSetting()} />);
    place(tops);
    markCurrentSection();
    vi.advanceTimersToNextFrame();
  }

  /** The targets of the marked links: those of the contents at the side and of the folded ones. */
  const marked = () => [...document.querySelectorAll('[aria-current="true"]')].map((link) => link.getAttribute('href'));

  it('mark no section above the first', () => {
    start([400, 1400, 2400]);
    expect(marked()).toEqual([]);
  });

  it.each([
    { where: 'has reached the upper third of the window', tops: [300, 1300, 2300], current: '#first' },
    { where: 'is longer than the window', tops: [-2000, 301, 1300], current: '#first' },
    { where: 'follows another', tops: [-1000, 200, 1200], current: '#second' },
  ])('mark the section that $where, in both of its lists', ({ tops, current }) => {
    start(tops);
    expect(marked()).toEqual([current, current]);
  });

  it('follow the reader', () => {
    start([300, 1300, 2300]);
    scroll({ to: 1100, tops: [-800, 200, 1200] });
    expect(marked()).toEqual(['#second', '#second']);
  });

  it('follow the window when its size changes', () => {
    start([400, 1400, 2400]);
    place([200, 900, 1600]);
    fireEvent(window, new Event('resize'));
    vi.advanceTimersToNextFrame();
    expect(marked()).toEqual(['#first', '#first']);
  });

  it('mark the last section at the end of the page, however short it is', () => {
    start([300, 1300, 2300]);
    scroll({ to: 5000 - windowHeight, tops: [-2000, 100, 700] });
    expect(marked()).toEqual(['#third', '#third']);
  });

  it('mark no last section while a page that fits the window has not been scrolled', () => {
    vi.spyOn(root, 'scrollHeight', 'get').mockReturnValue(windowHeight);
    start([100, 400, 700]);
    expect(marked()).toEqual(['#first', '#first']);
  });

  it('keep the last section marked while the sources below it are read', () => {
    start([300, 1300, 2300, 3300], { ...article, notes: [aSourceNote()] });
    scroll({ to: 3200, tops: [-2900, -1900, -900, 100] });
    expect(marked()).toEqual(['#third', '#third']);
  });

  it('are left to CSS where it can mark them', () => {
    vi.stubGlobal('CSS', { supports: (condition: string) => condition === 'selector(:target-current)' });
    start([300, 1300, 2300]);
    expect(marked()).toEqual([]);
  });

  it('are not asked for on a page without sections', () => {
    render(<ThemeChoice words={english} />);
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
    markCurrentSection();
    expect(frames).not.toHaveBeenCalled();
  });
});
