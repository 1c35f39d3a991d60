import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageScripts } from '@/lib/page-scripts/bundle.ts';

const { early, module } = pageScripts();
const { module: moduleInLanguages } = pageScripts(2);

describe('The scripts of a page', () => {
  it('hold up the first paint with 250 bytes at most', () => {
    expect(Buffer.byteLength(early)).toBeLessThanOrEqual(250);
  });

  it('weigh 1,500 bytes at most, compressed', () => {
    const bytes = brotliCompressSync(early).length + brotliCompressSync(module).length;
    expect(bytes).toBeLessThanOrEqual(1500);
  });

  it.each([
    { name: 'early', script: early },
    { name: 'module', script: module },
    { name: 'module in several languages', script: moduleInLanguages },
  ])('can stand in HTML as they are: $name', ({ script }) => {
    expect(script).not.toMatch(/<\/script|<script|<!--/i);
  });

  it.each([
    { name: 'early', script: early },
    { name: 'module', script: module },
  ])('ask for no other file: $name', ({ script }) => {
    expect(script).not.toMatch(/\b(?:import|require)\b/);
  });

  it('are made once', () => {
    expect(pageScripts()).toBe(pageScripts());
  });
});
