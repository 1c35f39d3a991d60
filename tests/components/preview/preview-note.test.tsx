import { render, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PreviewNote } from '@/components/preview/preview-note.tsx';
import { PreviewTools } from '@/components/preview/preview-tools.tsx';
import type { Remark } from '@/lib/publication/publish.ts';
import { aSetting } from '../../support/a-setting.ts';
import { aSite } from '../../support/an-article.ts';

const now = Date.UTC(2026, 0, 20, 12);
const ahead = Date.UTC(2026, 0, 21, 6);
const { dateStyle, words } = aSetting(aSite({ url: 'https://example.org/news' }));
const problem = {
  file: 'index.md',
  line: 1,
  column: 1,
  code: 'unrecorded',
  message: 'Readers were shown another text.',
} as const;

describe('The line above an article of the preview', () => {
  it.each<[string, Remark]>([
    ['Draft. Readers will see this article as soon as “draft: true” is taken out.', { kind: 'draft', published: now }],
    [
      'Draft. Readers will see this article from 21 January 2026 at 09:00 GMT+3 on, if “draft: true” is taken out by then.',
      { kind: 'draft', published: ahead },
    ],
    [
      'Under embargo. Readers will see this article from 21 January 2026 at 09:00 GMT+3 on.',
      { kind: 'embargoed', published: ahead },
    ],
    ['Not recorded. index.md:1:1 error unrecorded Readers were shown another text.', { kind: 'unrecorded', problem }],
  ])('says: %s', (text, remark) => {
    render(<PreviewNote remark={remark} now={now} dateStyle={dateStyle} words={words} />);
    expect(screen.getByRole('complementary', { name: text.split('.')[0] ?? '' })).toHaveTextContent(text);
  });
});

describe('The tools of a page of the preview', () => {
  const tools = (remarks: Map<string, Remark>) =>
    renderToStaticMarkup(<PreviewTools preview={{ remarks, revision: '1-1' }} script="" words={words} />);

  it('mark every link to an article that readers do not see, and no other', () => {
    const html = tools(new Map([['/news/articles/storm/', { kind: 'draft', published: now }]]));
    expect(html).toContain('a[href="/news/articles/storm/"]::before { content: "Draft"; }');
    expect(html.match(/content:/g)).toHaveLength(1);
  });

  it('have no style where there is nothing to mark', () => {
    expect(tools(new Map())).toBe('<script data-revision="1-1"></script>');
  });
});
