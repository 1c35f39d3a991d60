import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArticlePage } from '@/components/article/article-page.tsx';
import { ThemeChoice } from '@/components/furniture/theme-choice.tsx';
import { english } from '@/lib/languages/english.ts';
import { markCurrentSection } from '@/lib/page-scripts/current-section.ts';
import { copyPermalinks } from '@/lib/page-scripts/permalinks.ts';
import { offerShare } from '@/lib/page-scripts/share.ts';
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
    localStorage.setItem('theme', theme);
    start();
    expect(screen.getByRole('radio', { name })).toBeChecked();
  });

  it.each([{ event: 'storage' }, { event: 'pageshow' }])(
    'follows what was chosen on another page: $event',
    ({ event }) => {
      start();
      localStorage.setItem('theme', 'dark');
      fireEvent(window, new Event(event));
      expect(root).toHaveAttribute('data-theme', 'dark');
      expect(screen.getByRole('radio', { name: 'Dark' })).toBeChecked();
    },
  );

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
    expect(root).toHaveAttribute('data-theme', '');
    expect(localStorage.getItem('theme')).toBe('');
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
    vi.stubGlobal('innerHeight', windowHeight);
    vi.stubGlobal('scrollY', 0);
    vi.spyOn(root, 'scrollHeight', 'get').mockReturnValue(5000);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** Places the tops of the sections this many pixels below the top of the window. */
  function place(tops: readonly number[]) {
    for (const [index, section] of document.querySelectorAll('section.part').entries()) {
      vi.spyOn(section, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, tops[index]));
    }
  }

  function scroll({ to, tops }: { to: number; tops: readonly number[] }) {
    vi.stubGlobal('scrollY', to);
    place(tops);
    fireEvent.scroll(window);
  }

  function start(tops: readonly number[], shown = article) {
    render(<ArticlePage article={shown} related={[]} {...aSetting()} />);
    place(tops);
    markCurrentSection();
  }

  /** The targets of the marked links. */
  const marked = () => [...document.querySelectorAll('[aria-current="true"]')].map((link) => link.getAttribute('href'));

  it('mark no section above the first', () => {
    start([400, 1400, 2400]);
    expect(marked()).toEqual([]);
  });

  it.each([
    { where: 'has reached the upper third of the window', tops: [300, 1300, 2300], current: '#first' },
    { where: 'is longer than the window', tops: [-2000, 301, 1300], current: '#first' },
    { where: 'follows another', tops: [-1000, 200, 1200], current: '#second' },
  ])('mark the section that $where', ({ tops, current }) => {
    start(tops);
    expect(marked()).toEqual([current]);
  });

  it('follow the reader', () => {
    start([300, 1300, 2300]);
    scroll({ to: 1100, tops: [-800, 200, 1200] });
    expect(marked()).toEqual(['#second']);
  });

  it('follow the window when its size changes', () => {
    start([400, 1400, 2400]);
    place([200, 900, 1600]);
    fireEvent(window, new Event('resize'));
    expect(marked()).toEqual(['#first']);
  });

  it('mark the last section at the end of the page, however short it is', () => {
    start([300, 1300, 2300]);
    scroll({ to: 5000 - windowHeight, tops: [-2000, 100, 700] });
    expect(marked()).toEqual(['#third']);
  });

  it('mark no last section while a page that fits the window has not been scrolled', () => {
    vi.spyOn(root, 'scrollHeight', 'get').mockReturnValue(windowHeight);
    start([100, 400, 700]);
    expect(marked()).toEqual(['#first']);
  });

  it('mark the sources while they are read', () => {
    start([300, 1300, 2300, 3300], { ...article, notes: [aSourceNote()] });
    scroll({ to: 3200, tops: [-2900, -1900, -900, 100] });
    expect(marked()).toEqual(['#sources']);
  });

  it('may have no sections, or not be there', () => {
    render(<ThemeChoice words={english} />);
    expect(markCurrentSection).not.toThrow();
  });
});

/** What the test's browser supports: a clipboard that works or refuses, a share sheet that does, or neither. */
type Abilities = {
  clipboard?: { writeText: (text: string) => Promise<void> };
  share?: (data: ShareData) => Promise<void>;
};

/** A page of the article with a section, in a browser with these features, at an address with a query. */
function openArticle(abilities: Abilities) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('navigator', abilities);
  history.replaceState(null, '', '/articles/quiet/?from=a-letter#top');
  document.title = 'Quiet – The Gazette';
  render(
    <ArticlePage
      article={anArticle({ title: 'Quiet', sections: [aSection({ id: 'border' })] })}
      related={[]}
      {...aSetting()}
    />,
  );
  copyPermalinks();
  offerShare();
}

const aClipboard = () => ({ writeText: vi.fn(async (_text: string) => {}) });
const aRefusal = (name: string) => async () => {
  throw new DOMException('refused', name);
};
const status = () => screen.getByRole('status').textContent;
/** Waits until pending promises are settled. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('The permalink of a section, with script', () => {
  afterEach(() => {
    vi.useRealTimers();
    history.replaceState(null, '', '/');
  });

  const permalink = () => screen.getByRole('link', { name: /^Link to the section/ });

  it('copies its absolute address, without the query of the page, and says so', async () => {
    const clipboard = aClipboard();
    openArticle({ clipboard });
    fireEvent.click(permalink());
    await settle();
    expect(clipboard.writeText.mock.calls).toEqual([[`${location.origin}/articles/quiet/#border`]]);
    expect(status()).toBe('Link copied');
  });

  it('stays a link: the browser goes on to the section', () => {
    openArticle({ clipboard: aClipboard() });
    const wasNotPrevented = fireEvent.click(permalink());
    expect(wasNotPrevented).toBe(true);
  });

  it.each(['ctrlKey', 'metaKey', 'shiftKey'])('copies nothing where a reader opens it elsewhere: %s', async (key) => {
    const clipboard = aClipboard();
    openArticle({ clipboard });
    fireEvent.click(permalink(), { [key]: true });
    await settle();
    expect(clipboard.writeText).not.toHaveBeenCalled();
  });

  it('says that nothing was copied where the clipboard refuses', async () => {
    openArticle({ clipboard: { writeText: aRefusal('NotAllowedError') } });
    fireEvent.click(permalink());
    await settle();
    expect(status()).toBe('The link could not be copied');
  });

  it('is a link and nothing else where there is no clipboard', async () => {
    openArticle({});
    expect(fireEvent.click(permalink())).toBe(true);
    await settle();
    expect(status()).toBe('');
  });

  it('confirms for four seconds, counted from the last time', async () => {
    openArticle({ clipboard: aClipboard() });
    fireEvent.click(permalink());
    await vi.advanceTimersByTimeAsync(3000);
    fireEvent.click(permalink());
    await vi.advanceTimersByTimeAsync(3999);
    expect(status()).toBe('Link copied');
    await vi.advanceTimersByTimeAsync(1);
    expect(status()).toBe('');
  });
});

describe('Sharing an article', () => {
  afterEach(() => {
    vi.useRealTimers();
    history.replaceState(null, '', '/');
  });

  const button = () => screen.getByRole('button', { name: 'Share' });

  it('opens the sheet of the browser with title and address, and needs no confirmation', async () => {
    const share = vi.fn(async (_data: ShareData) => {});
    const clipboard = aClipboard();
    openArticle({ share, clipboard });
    fireEvent.click(button());
    await settle();
    expect(share.mock.calls).toEqual([[{ title: 'Quiet – The Gazette', url: `${location.origin}/articles/quiet/` }]]);
    expect(clipboard.writeText).not.toHaveBeenCalled();
    expect(status()).toBe('');
  });

  it('copies the address where there is no such sheet, and says so', async () => {
    const clipboard = aClipboard();
    openArticle({ clipboard });
    fireEvent.click(button());
    await settle();
    expect(clipboard.writeText.mock.calls).toEqual([[`${location.origin}/articles/quiet/`]]);
    expect(status()).toBe('Link copied');
  });

  it('is over when the reader closes the sheet', async () => {
    const clipboard = aClipboard();
    openArticle({ share: aRefusal('AbortError'), clipboard });
    fireEvent.click(button());
    await settle();
    expect(clipboard.writeText).not.toHaveBeenCalled();
    expect(status()).toBe('');
  });

  it('copies the address where the sheet does not open', async () => {
    const clipboard = aClipboard();
    openArticle({ share: aRefusal('NotAllowedError'), clipboard });
    fireEvent.click(button());
    await settle();
    expect(clipboard.writeText).toHaveBeenCalledOnce();
    expect(status()).toBe('Link copied');
  });

  it('says that it did not work where neither does', async () => {
    openArticle({ share: aRefusal('NotAllowedError') });
    fireEvent.click(button());
    await settle();
    expect(status()).toBe('The link could not be copied');
  });

  it('is not offered where the browser can do neither', () => {
    openArticle({});
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is not looked for on a page that is no article', () => {
    vi.stubGlobal('navigator', { clipboard: aClipboard() });
    render(<ThemeChoice words={english} />);
    expect(() => {
      copyPermalinks();
      offerShare();
    }).not.toThrow();
  });
});
