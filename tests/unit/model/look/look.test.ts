import { describe, expect, test } from 'vitest';
import { type FontFile, type Look, lookRules } from '@/lib/model/look/look.ts';

const rules = (look: Partial<Look>, hasLogo = false) =>
  lookRules(
    { colors: {}, headlines: 'serif', fonts: [], ...look },
    { fontAddress: ({ use }) => `/fonts/${use}.woff2`, hasLogo },
  );

const font = (use: FontFile['use'], isVariable = false): FontFile => ({
  use,
  file: 'a.woff2',
  digest: '1',
  isVariable,
});

describe('The rules of a look', () => {
  test('are none where nothing is changed', () => {
    expect(rules({})).toBe('');
  });

  test('have the colours that differ', () => {
    expect(rules({ colors: { accent: { light: '#0b6e4f', dark: '#5fd0a0' } } })).toBe(
      ':root{--color-accent:light-dark(#0b6e4f,#5fd0a0);}',
    );
  });

  test('give headlines the typeface of a system with its own spacing, and nothing else', () => {
    expect(rules({ headlines: 'sans' })).toMatch(
      /^\.nameplate,[^{]*\.headline[^{]*\{font-family:system-ui,[^}]*;letter-spacing:0\}$/,
    );
  });

  test('say nothing of the typeface of a name in whose place there is a logo', () => {
    expect(rules({ headlines: 'sans' }, true)).toMatch(/^\.page-title,/);
  });

  test('give headlines a font file as it is, whatever its weight', () => {
    expect(rules({ fonts: [font('headlines')] })).toMatch(
      /^@font-face\{font-family:headlines;src:url\(\/fonts\/headlines\.woff2\);font-weight:1 1000;font-display:swap\}\.nameplate.*\{font-family:headlines,var\(--font-serif\);letter-spacing:0\}$/,
    );
  });

  test('let the browser embolden a text whose font file has one weight', () => {
    expect(rules({ fonts: [font('text')] })).not.toContain('font-weight');
    expect(rules({ fonts: [font('text', true)] })).toContain('font-weight:1 1000');
  });
});
