import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { newSite } from '@/lib/authoring/new-site.ts';
import { harbour } from '../../support/site-answers.ts';
import { withGit } from '../../support/with-git.ts';

const project = process.cwd();
const relief = {
  name: 'منظمة الإغاثة',
  url: 'https://relief.example',
  lang: 'ar',
  timeZone: 'Asia/Baghdad',
  publisher: 'منظمة الإغاثة',
  contact: 'desk@relief.example',
};

let dir = '';

beforeAll(() => {
  dir = mkdtempSync(join(realpathSync(tmpdir()), 'standfirst-'));
  withGit(dir, `git clone --quiet "${project}" .`);
  const packages = join(project, 'node_modules');
  withGit(dir, `cp -al "${packages}" . 2> /dev/null || cp -a "${packages}" .; rm -rf node_modules/.cache`);
}, 300_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }), 300_000);

test.each([
  ['one in English', harbour],
  ['one in Arabic', relief],
])(
  'The tests of the code pass with another publication in content/: %s',
  (_what, answers) => {
    rmSync(join(dir, 'content'), { recursive: true });
    newSite(join(dir, 'content'), answers, Date.now());
    // As on each change: the many runs of `npm run test:long` are for the project itself.
    const env = { ...process.env, RUNS: '1' };
    const run = (...args: string[]) => execFileSync('npm', ['run', ...args], { cwd: dir, stdio: 'pipe', env });

    run('lint');
    run('check');
    run('test:unit');
    run('test:sites');
    run('test:site');
  },
  3_600_000,
);
