import { handOverScripts } from '../../page-scripts/bundle.ts';
import { keepRelatedIn } from '../../publication/related.ts';
import { type CutStore, keepCutsIn } from '../page/purge-css.ts';
import type { BuildCache } from './build-cache.ts';
import type { CodeDigests } from './code-digest.ts';
import { findingsIn } from './findings.ts';

/** How many earlier answers are kept: at least one for each language of a publication. */
const mostRelatedKept = 5;

/**
 * Keeps what every process would make again before its first page: the scripts of pages, the used parts of style sheets, and
 * which articles are related. Each takes a tenth of a second or two.
 */
export function keepMadeBefore(buildCache: Pick<BuildCache, 'db'>, code: Pick<CodeDigests, 'compiled' | 'pressing'>) {
  const findings = findingsIn(buildCache);
  handOverScripts({
    get: (name) => {
      const text = findings.get(`script ${name}`, code.compiled);
      return typeof text === 'string' ? text : undefined;
    },
    put: (name, text) => findings.put(`script ${name}`, code.compiled, text),
  });
  // Each language has its own.
  const relatedOf = () => (findings.get('related', code.pressing) ?? new Map()) as Map<string, Int32Array>;
  keepRelatedIn({
    get: (state) => relatedOf().get(state),
    put: (state, places) => {
      const newest = [...relatedOf()].slice(-mostRelatedKept);
      findings.put('related', code.pressing, new Map([...newest, [state, places]]));
    },
  });
  keepCutsIn({
    get: () => findings.get('css', code.pressing) as ReturnType<CutStore['get']>,
    put: (sheets) => findings.put('css', code.pressing, sheets),
  });
}
