import { afterEach, expect, test } from 'vitest';
import { drawnOnce, handOverMaps, type MapStore } from '@/lib/map/drawn-once.ts';
import { mapStore } from '@/lib/press/cache/map-store.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const noStore: MapStore = { get: () => undefined, put: () => {} };
afterEach(() => handOverMaps(noStore));

/** A drawing function as in each process, and what it was asked to draw. */
function aProcess() {
  const asked: string[] = [];
  const draw = drawnOnce('map', 2, ({ place }: { place: string }) => {
    asked.push(place);
    return { path: `M${place}`, label: undefined };
  });
  return { asked, draw };
}

test('A map is drawn once for the same places, and another for others', () => {
  const { asked, draw } = aProcess();
  expect(draw({ place: 'Mosul' })).toBe(draw({ place: 'Mosul' }));
  draw({ place: 'Basra' });
  expect(asked).toEqual(['Mosul', 'Basra']);
});

test('Of more maps than are remembered the oldest is drawn again', () => {
  const { asked, draw } = aProcess();
  for (const place of ['a', 'b', 'c', 'c', 'a']) draw({ place });
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('A map that is kept is not drawn by another process, and is the same there', () => {
  const dir = aTemporaryFolder();
  const first = mapStore({ dir }, 'code');
  handOverMaps(first);
  const drawn = aProcess().draw({ place: 'Mosul' });
  first.close();

  const second = mapStore({ dir }, 'code');
  handOverMaps(second);
  const { asked, draw } = aProcess();
  expect(draw({ place: 'Mosul' })).toEqual(drawn);
  expect(asked).toEqual([]);
  second.close();
});

test('What other code has drawn is drawn again', () => {
  const dir = aTemporaryFolder();
  for (const code of ['code', 'other code']) {
    const store = mapStore({ dir }, code);
    handOverMaps(store);
    const { asked, draw } = aProcess();
    draw({ place: 'Mosul' });
    store.close();
    expect(asked).toEqual(['Mosul']);
  }
});
