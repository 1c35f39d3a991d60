import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The rooms of the code, from the ground up: each imports from those below it alone. `docs/contributing.md` says what is in them. */
const rooms = [
  'lib/model',
  'lib/languages',
  'lib/pictures',
  'lib/markdown',
  'lib/names',
  'lib/map',
  'lib/versions',
  'lib/share-images',
  'lib/processes',
  'lib/content',
  'lib/publication',
  'lib/formats',
  'lib/page-scripts',
  'components',
  'app',
  'lib/review',
  'lib/desk',
  'lib/press',
  'lib/authoring',
  'lib/check',
  'lib/preview',
  'lib/serve',
  'lib/deploy',
  'lib/hosts',
  'lib/reference',
  'lib/bench',
  'lib/commands',
];

/** The most files of code in a folder. */
const mostFiles = 25;

const files = globSync(['lib/**/*.{ts,tsx,mjs}', '{app,components}/**/*.{ts,tsx}']);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import|import\()\s*'((?:\.{1,2}|@)\/[^']+)'/g)].flatMap(
    ([, address = '']) => {
      const path = address.startsWith('@/') ? address.slice(2) : join(dirname(file), address);
      return files.includes(path) ? path : [];
    },
  );
}

function roomOf(file: string): string {
  return rooms.find((room) => file.startsWith(`${room}/`)) ?? `no room (${file})`;
}

/** The nodes that are in a circle with each node. */
function circles(graph: ReadonlyMap<string, Iterable<string>>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (node: string, path: string[]) => {
    const at = path.indexOf(node);
    if (at >= 0) found.push([...path.slice(at), node].join(' → '));
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return found;
}

describe('The rooms of the code', () => {
  test('each import from those below them alone', () => {
    expect(imports.get('lib/content/load-content.ts')).toContain('lib/model/problem.ts');
    const upwards = [...imports].flatMap(([file, imported]) =>
      imported.filter((to) => rooms.indexOf(roomOf(to)) > rooms.indexOf(roomOf(file))).map((to) => `${file} → ${to}`),
    );
    expect(upwards).toEqual([]);
    expect(files.map(roomOf).filter((room) => !rooms.includes(room))).toEqual([]);
  });

  test('have no circle of files or of folders', () => {
    const folders = new Map<string, Set<string>>();
    for (const [file, imported] of imports) {
      const known = folders.get(dirname(file)) ?? new Set();
      folders.set(dirname(file), known);
      for (const to of imported) if (dirname(to) !== dirname(file) && file.startsWith('lib/')) known.add(dirname(to));
    }
    expect(circles(imports)).toEqual([]);
    expect(circles(folders)).toEqual([]);
  });

  test(`have at most ${mostFiles} files in a folder`, () => {
    const counts = Map.groupBy([...files, ...globSync('components/**/*.css')], dirname);
    expect([...counts].filter(([, inside]) => inside.length > mostFiles).map(([folder]) => folder)).toEqual([]);
  });

  test('are known to the linter, which refuses the same', () => {
    const { overrides } = JSON.parse(readFileSync('biome.json', 'utf8'));
    for (const [index, room] of rooms.entries()) {
      const above = rooms
        .slice(index + 1)
        .map((one) =>
          room.startsWith('lib/')
            ? `**/${one.replace('lib/', '')}/**`
            : `${one.replace(/^lib/, '@/lib').replace(/^(?!@)/, '**/')}/**`,
        );
      const rule = overrides.find(({ includes }: { includes: string[] }) => includes.includes(`${room}/**`));
      const patterns = rule?.linter.rules.style.noRestrictedImports.options.patterns ?? [];
      const refused = patterns.flatMap(
        ({ group, importNamePattern }: { group: string[]; importNamePattern?: string }) =>
          importNamePattern ? [] : group,
      );
      expect(refused, room).toEqual(expect.arrayContaining(above));
    }
  });
});
