import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SearchResults } from '@/components/search/search-results.tsx';
import { drawHit } from '@/lib/page-scripts/search/draw-hit.ts';
import { listenForFaults } from '@/lib/page-scripts/search/faults.ts';
import { listenForKeys } from '@/lib/page-scripts/search/keys.ts';
import type { FoundArticle } from '@/lib/page-scripts/search/pagefind.ts';
import { aSetting } from '../support/a-setting.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const passage = (title: string, fragment: string, excerpt: string) => ({
  title,
  url: `/articles/storm/${fragment}`,
  excerpt,
  weighted_locations: [{ balanced_score: 1 }],
});

const found = (overrides: Partial<FoundArticle> = {}): FoundArticle => ({
  url: '/articles/storm/',
  excerpt: 'In short.',
  meta: { title: 'After the storm', topic: 'Weather', kind: '', day: '2 January 2026', date: '2026-01-02' },
  sub_results: [],
  ...overrides,
});

describe('An article that was found', () => {
  const draw = (article: FoundArticle) => {
    const { container } = render(<SearchResults topics={[]} {...aSetting()} />);
    const pattern = container.querySelector<HTMLElement>('.hit');
    if (!pattern) throw new Error('There is no pattern.');
    const hit = drawHit(pattern, article);
    document.body.replaceChildren(hit);
    return hit;
  };

  it('is drawn with its headline, topic, kind and day', () => {
    const hit = draw(found({ meta: { ...found().meta, kind: 'Analysis' } }));
    expect(screen.getByRole('heading', { level: 2, name: 'After the storm' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'After the storm' })).toHaveAttribute('href', '/articles/storm/');
    expect(hit.querySelector('.label')).toHaveTextContent('Weather · Analysis · 2 January 2026');
    expect(hit.querySelector('time')).toHaveAttribute('datetime', '2026-01-02');
  });

  it('leads to the sections that have the words, which are marked', () => {
    const hit = draw(
      found({
        sub_results: [
          passage('After the storm', '', 'It <mark>rained.</mark>'),
          passage('The pier', '#pier', 'The pier. The <mark>rain</mark> went on.'),
        ],
      }),
    );
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/articles/storm/',
      '/articles/storm/#pier',
    ]);
    expect([...hit.querySelectorAll('.hit-passage p')].map(({ textContent }) => textContent)).toEqual([
      'It rained.',
      'The rain went on.',
    ]);
    expect([...hit.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['rained', 'rain']);
  });

  it('shows its beginning where only its headline has the words', () => {
    const hit = draw(found());
    expect(hit.querySelector('.hit-passages')).toHaveTextContent('In short.');
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('has all its text as text', () => {
    const text = '<img src=x onerror=alert(1)>';
    const hit = draw(
      found({
        meta: { title: text, topic: text, kind: text, day: text, date: text },
        sub_results: [passage(text, '#a', text.replace('<', '&lt;'))],
      }),
    );
    expect(hit.querySelector('img')).toBeNull();
    expect(hit.textContent?.split(text)).toHaveLength(6);
  });
});

describe('The keys of the search', () => {
  const start = () => {
    document.body.innerHTML =
      '<input type="search"><ol><li><a href="#1">1</a><a href="#2">2</a></li></ol><a href="#3">3</a>';
    const [field, list] = [document.querySelector('input'), document.querySelector('ol')];
    if (!field || !list) throw new Error('There is no field.');
    const clear = vi.fn();
    listenForKeys(field, list, clear);
    field.focus();
    return { field, clear };
  };
  const press = (key: string, more: object = {}) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  const focused = () => document.activeElement?.textContent;

  it('go with arrows from the field through the results and back, and no further', () => {
    const { field } = start();
    for (const [key, text] of [
      ['ArrowDown', '1'],
      ['ArrowDown', '2'],
      ['ArrowDown', '2'],
      ['ArrowUp', '1'],
    ] as const) {
      press(key);
      expect(focused()).toBe(text);
    }
    press('ArrowUp');
    expect(document.activeElement).toBe(field);
    press('ArrowUp');
    expect(document.activeElement).toBe(field);
  });

  it('clear the field with Escape, also from a result', () => {
    const { field, clear } = start();
    press('ArrowDown');
    press('Escape');
    expect(clear).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(field);
  });

  it.each([{ altKey: true }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { isComposing: true }])(
    'leave to the browser what is its own: %o',
    (more) => {
      const { field, clear } = start();
      press('ArrowDown', more);
      press('Escape', more);
      expect(document.activeElement).toBe(field);
      expect(clear).not.toHaveBeenCalled();
    },
  );

  it('do nothing elsewhere in the page', () => {
    const { clear } = start();
    screen.getByRole('link', { name: '3' }).focus();
    press('ArrowUp');
    press('Escape');
    expect(focused()).toBe('3');
    expect(clear).not.toHaveBeenCalled();
  });
});

describe('Work that needs files', () => {
  const answer = (status: number) => vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status }));

  it('gives its own result where all of them come', async () => {
    answer(200);
    const orFault = listenForFaults();
    await expect(orFault(fetch('/index').then(() => 'found'))).resolves.toBe('found');
  });

  it.each([404, 500])('fails where one of them is answered with %i, though it hides that', async (status) => {
    answer(status);
    const orFault = listenForFaults();
    await expect(orFault(fetch('/index').then(() => 'nothing'))).rejects.toThrow(String(status));
  });

  it('fails where one of them does not come, though it hides that', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    const orFault = listenForFaults();
    const work = fetch('/index').catch(() => new Promise(() => {}));
    await expect(orFault(work)).rejects.toThrow('Failed to fetch');
  });

  it('fails where it never ends', async () => {
    vi.useFakeTimers();
    const orFault = listenForFaults();
    const expected = expect(orFault(new Promise(() => {}))).rejects.toThrow('too long');
    await vi.advanceTimersByTimeAsync(30_000);
    await expected;
  });

  it('knows nothing of what failed before it began', async () => {
    answer(404);
    const orFault = listenForFaults();
    await fetch('/other');
    await expect(orFault(Promise.resolve('found'))).resolves.toBe('found');
  });
});
