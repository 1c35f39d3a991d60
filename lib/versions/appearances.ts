import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../model/moment.ts';
import type { Part, PartName } from '../model/recorded-part.ts';

/**
 * What a build stores about articles that it has seen under embargo: those that still are, with its end, and the text of those that
 * have appeared since without a recorded version. Both by {@link appearanceName}.
 */
export type Appearances = { embargoed: Record<string, Instant>; appeared: Record<string, Appearance> };

/** The text that readers saw when an article appeared, and the instant of the build that showed it. */
export type Appearance = {
  at: Instant;
  /** Of a translation, the version of the original that it translated then. */
  translates?: number | undefined;
  parts: Part[];
};

/** The name of an article: its slug, after its language if that is not the first of the publication. */
export function appearanceName(slug: string, language: string | undefined): string {
  return language === undefined ? slug : `${language}/${slug}`;
}

/** The article that has a name. */
export function appearanceOf(name: string): { slug: string; lang: string | undefined } {
  const [slug = '', lang] = name.split('/').reverse();
  return { slug, lang };
}

const schema = z.object({
  embargoed: z.record(z.string(), z.number()),
  appeared: z.record(
    z.string(),
    z.object({
      at: z.number(),
      translates: z.number().optional(),
      parts: z.array(z.object({ name: z.custom<PartName>(), markdown: z.string() })),
    }),
  ),
});

/** The state before the first build. */
const nothingAppeared: Appearances = { embargoed: {}, appeared: {} };

/** The file for them in the build cache of an output folder. */
export function appearancesFile(buildCache: string): string {
  return join(buildCache, 'appeared.json');
}

/** Reads what the last build stored; empty if there was none, or its file cannot be read. */
export function readAppearances(buildCache: string): Appearances {
  try {
    return schema.parse(JSON.parse(readFileSync(appearancesFile(buildCache), 'utf8')));
  } catch {
    return nothingAppeared;
  }
}
