import { stringify } from 'yaml';
import { readFrontMatter } from '../content/files/front-matter.ts';
import { siteSchema } from '../content/files/schema.ts';
import { validate } from '../content/files/validate.ts';
import { unknownLanguage } from '../content/site-languages.ts';
import { findWords } from '../languages/languages.ts';
import type { Problem } from '../model/problem.ts';

/** What a new publication has to say about itself, in the order in which to ask. */
export const siteQuestions = ['name', 'url', 'lang', 'timeZone', 'publisher', 'contact'] as const;

/** One of them: a key of `site.md`. */
export type SiteQuestion = (typeof siteQuestions)[number];

/** The answers, each as `site.md` has it; the publisher is its name. */
export type SiteAnswers = Record<SiteQuestion, string>;

/** The question, in the words of the schema. */
export function questionOf(key: SiteQuestion): string {
  const { publisher, ...others } = siteSchema.shape;
  return { ...others, publisher: publisher.shape.name }[key].description ?? key;
}

/** What is wrong with an answer, in the words of the check of `site.md`; `undefined` if it is valid. */
export function faultOf(key: SiteQuestion, answer: string): string | undefined {
  const schema = siteSchema.pick({ [key]: true } as { [Key in SiteQuestion]?: true });
  const text = `---\n${stringify(frontMatterOf({ [key]: answer }))}---\n`;
  const problems: Problem[] = [];
  const frontMatter = readFrontMatter({ file: 'site.md', text }, (problem) => problems.push(problem));
  const data = frontMatter && validate(schema, frontMatter, (problem) => problems.push(problem));
  if (data && key === 'lang' && !findWords(answer)) return unknownLanguage(answer);
  return problems[0]?.message;
}

/** Answers as the front matter of `site.md` has them. */
export function frontMatterOf({ publisher, ...others }: Partial<SiteAnswers>): Record<string, unknown> {
  return publisher === undefined ? others : { ...others, publisher: { name: publisher } };
}
