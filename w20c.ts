import { writeCorpus } from './lib/bench/corpus.ts';
const [n, dir, ...languages] = process.argv.slice(2);
writeCorpus('content', dir ?? '', Number(n), undefined, languages);
