import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DriftLine, type ShownDrift } from '@/components/article/drift-line.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';

const drift: ShownDrift = {
  behind: [
    {
      part: 'section pier',
      change: 'changed',
      versions: [
        { number: 3, kind: 'correction', recorded: Date.UTC(2026, 10, 22) },
        { number: 4, kind: 'update', recorded: Date.UTC(2026, 10, 23) },
      ],
    },
    { part: 'lead', change: 'changed', versions: [{ number: 2, kind: 'update', recorded: Date.UTC(2026, 10, 20) }] },
  ],
  translated: Date.UTC(2026, 0, 19),
  changes: (version) => `/articles/storm/versions/${version}/`,
  lang: 'en-GB',
};
const dateStyle = { lang: 'en-GB', timeZone: 'UTC' };

describe('A translation that is behind', () => {
  it('says at the section that its original was corrected, and leads to what changed there', () => {
    const { container } = render(<DriftLine drift={drift} section="pier" dateStyle={dateStyle} words={english} />);

    expect(container).toHaveTextContent(
      'The original was corrected here on 22 November 2026; this translation is of 19 January 2026. See what changed',
    );
    const link = screen.getByRole('link', { name: 'See what changed' });
    expect(link).toHaveAttribute('href', '/articles/storm/versions/3/#section-pier');
    expect(link).toHaveAttribute('hreflang', 'en-GB');
  });

  it('says so above all of it, in the words of its language', () => {
    const style = { lang: 'ar-IQ-u-nu-latn', timeZone: 'UTC' };
    const { container } = render(<DriftLine drift={drift} dateStyle={style} words={arabic} />);

    expect(container).toHaveTextContent('صُحّح الأصل في 22 تشرين الثاني 2026، وهذه الترجمة بتاريخ 19 كانون الثاني 2026.');
  });

  it('says nothing at a section whose original is as it was', () => {
    const { container } = render(<DriftLine drift={drift} section="quay" dateStyle={dateStyle} words={english} />);

    expect(container).toBeEmptyDOMElement();
  });
});
