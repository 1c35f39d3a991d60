import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../model/moment.ts';
import type { Part, PartName } from '../model/recorded-part.ts';

/**
 * What a build keeps of articles whose embargo it has seen: those that are still under embargo, with its end, and the words of those
 * that readers have been shown since, without a recorded version that has them.
 */
export type Appearances = { embargoed: Record<string, Instant>; appeared: Record<string, Appearance> };

/** The words that readers were shown when an article appeared, and the instant of the build that showed them. */
export type Appearance = { at: Instant; parts: Part[] };

const schema = z.object({
  embargoed: z.record(z.string(), z.number()),
  appeared: z.record(
    z.string(),
    z.object({ at: z.number(), parts: z.array(z.object({ name: z.custom<PartName>(), markdown: z.string() })) }),
  ),
});

/** What is kept before the first build. */
export const nothingAppeared: Appearances = { embargoed: {}, appeared: {} };

/** The file in the workshop of an output folder that keeps them. */
export function appearancesFile(workshop: string): string {
  return join(workshop, 'appeared.json');
}

/** Reads what the last build has kept; nothing if there was none, or its file cannot be read. */
export function readAppearances(workshop: string): Appearances {
  try {
    return schema.parse(JSON.parse(readFileSync(appearancesFile(workshop), 'utf8')));
  } catch {
    return nothingAppeared;
  }
}
