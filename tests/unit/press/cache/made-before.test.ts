import { afterEach, describe, expect, test, vi } from 'vitest';
import { passingDatabase } from '@/lib/press/cache/build-cache.ts';

const css = '.a{color:red}.b{color:blue}';

afterEach(() => vi.resetModules());

/** What a process that has just started makes of a style sheet and a script, and how often it had to parse or bundle. */
async function aProcess(db: ReturnType<typeof passingDatabase>, code: string) {
  vi.resetModules();
  const { findingsIn } = await import('@/lib/press/cache/findings.ts');
  const { keepMadeBefore } = await import('@/lib/press/cache/made-before.ts');
  const { purgeCss } = await import('@/lib/press/page/purge-css.ts');
  const { searchScript } = await import('@/lib/page-scripts/bundle.ts');
  keepMadeBefore({ db }, { compiled: code, pressing: code });
  return {
    cut: () => purgeCss(css, { has: (name) => name === '.a', isWithin: () => true, hasWithout: () => true }),
    script: searchScript,
    /** Changes everything that is kept, so that its use can be seen. */
    mark: () => {
      const findings = findingsIn({ db });
      findings.put('script search.ts esm', code, 'kept');
      const sheets = findings.get('css', code) as Map<string, { cut: Map<string, string> }>;
      for (const { cut } of sheets.values()) for (const key of cut.keys()) cut.set(key, 'kept');
      findings.put('css', code, sheets);
    },
  };
}

describe('What was made before', () => {
  test('is used by the next process, until the code changes', async () => {
    const db = passingDatabase();
    const first = await aProcess(db, 'code');
    const [cut, script] = [first.cut(), first.script()];
    expect(cut).toBe('.a{color:red}');
    expect(script).toContain('pagefind');
    first.mark();

    const second = await aProcess(db, 'code');
    expect([second.cut(), second.script()]).toEqual(['kept', 'kept']);

    const other = await aProcess(db, 'other code');
    expect([other.cut(), other.script()]).toEqual([cut, script]);
  });
});
