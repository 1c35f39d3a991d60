import { existsSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { articleSchema, authorSchema, sectionSchema, siteSchema, topicSchema } from '../content/files/schema.ts';
import { isFree } from '../content/no-publication.ts';
import { wordsFor } from '../languages/languages.ts';
import type { Instant } from '../model/moment.ts';
import { suggestedCommand } from '../model/suggested-command.ts';
import { makeFolder } from '../processes/make-folder.ts';
import { escapedMarkdown } from '../versions/canonical-markdown.ts';
import { AuthoringError } from './authoring-error.ts';
import { frontMatterTemplate } from './front-matter-template.ts';
import { nextFullHour } from './new-article.ts';
import { newPageFile } from './new-entry.ts';
import { frontMatterOf, type SiteAnswers } from './site-answers.ts';

/** The first article of a publication. */
export const firstArticle = 'how-to-write-an-article';

/** The ids of the other entries of a new publication. */
const first = { author: 'newsroom', topic: 'news', page: 'contact' };

/**
 * Refuses a folder in which a publication cannot be created.
 *
 * @param root The folder of the engine. Inside it a publication can only be in `content/`: updates replace everything
 *   else.
 * @throws AuthoringError if the folder is not empty, or is inside the engine.
 */
export function refuseFolder(dir: string, root: string): void {
  const found = statSync(dir, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new AuthoringError(`${dir} is a file. Name a folder that is empty or does not exist.`);
  const [place, engine] = [realPlace(dir), realPlace(root)];
  if (place.startsWith(`${engine}${sep}`) && place !== join(engine, 'content')) {
    const beside = join('..', relative(engine, place).split(sep).at(-1) ?? 'news');
    throw new AuthoringError(
      `${dir} is in the folder of Standfirst itself. Name one beside it, such as ${beside}, or content, and an update will not touch it.`,
    );
  }
  if (found && !isFree(dir))
    throw new AuthoringError(`${dir} is not empty. Name another folder, or empty this one first.`);
}

/**
 * Creates a publication: a folder with `site.md`, an author, a topic, a page, and a draft that says how to write an
 * article. Existing files are never changed, and a failure leaves nothing behind.
 *
 * The first article is a draft, so that no build shows it to readers by mistake.
 *
 * @param dir A folder that {@link refuseFolder} accepts; it need not exist.
 * @param answers Answers that `faultOf` accepts.
 * @returns The files that were made.
 */
export function newSite(dir: string, answers: SiteAnswers, now: Instant): string[] {
  const files = firstFiles(dir, answers, now);
  const madeFolder = makeFolder(dir);
  const unfinished = join(dir, `.new-site.${process.pid}`);
  const moved: string[] = [];
  try {
    for (const [path, text] of files) {
      makeFolder(dirname(join(unfinished, path)));
      writeFileSync(join(unfinished, path), text);
    }
    // site.md comes last: it makes the publication complete.
    for (const name of [...readdirSync(unfinished).filter((one) => one !== 'site.md'), 'site.md']) {
      renameSync(join(unfinished, name), join(dir, name));
      moved.push(join(dir, name));
    }
  } catch (error) {
    for (const path of [...moved, ...(madeFolder === undefined ? [] : [madeFolder])]) {
      rmSync(path, { recursive: true, force: true });
    }
    throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return [...files.keys()].map((path) => join(dir, path));
}

/** The text of each file by its path. */
function firstFiles(content: string, answers: SiteAnswers, now: Instant): Map<string, string> {
  const { name, lang, timeZone, publisher, contact } = answers;
  const { tagline, about, newsroom, topic, page, article } = wordsFor(lang).firstTexts;
  const command = (script: string, ...words: string[]) => suggestedCommand(script, words, { content });
  const commands = {
    article: command('new', 'article "…"'),
    section: command('new', 'section', firstArticle, '"…"'),
    page: command('new', 'page "…"'),
    check: command('check'),
    publish: command('revise', firstArticle, '--kind publish --note "…"'),
    build: command('build'),
  };
  const { name: _name, ...others } = frontMatterOf(answers);
  const folder = join('articles', firstArticle);
  const index = {
    title: article.title,
    standfirst: article.standfirst,
    authors: [first.author],
    published: nextFullHour(now, { lang, timeZone }),
    topics: [first.topic],
    draft: true,
  };
  const section = { title: article.section.title };
  return new Map([
    [
      'site.md',
      frontMatterTemplate(
        siteSchema,
        { name, tagline: tagline(name), ...others },
        about(escapedMarkdown(publisher), contact),
      ),
    ],
    [
      join('authors', `${first.author}.md`),
      frontMatterTemplate(authorSchema, { name: newsroom }, '<!-- A note about the author -->'),
    ],
    [
      join('topics', `${first.topic}.md`),
      frontMatterTemplate(topicSchema, { name: topic }, '<!-- A note about the topic -->'),
    ],
    [join('pages', `${first.page}.md`), newPageFile(page.title, page.text(contact))],
    [join(folder, 'index.md'), frontMatterTemplate(articleSchema, index, article.lead(commands))],
    [join(folder, '1-publish.md'), frontMatterTemplate(sectionSchema, section, article.section.text(commands))],
  ]);
}

/** The absolute path of a folder that need not exist, links resolved. */
function realPlace(dir: string): string {
  const path = resolve(dir);
  return existsSync(path) || dirname(path) === path
    ? realpathSync.native(path)
    : join(realPlace(dirname(path)), relative(dirname(path), path));
}
