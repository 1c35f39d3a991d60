import { newArticle } from '../authoring/new-article.ts';
import { entryKinds, nameRule, newEntry } from '../authoring/new-entry.ts';
import { newSection } from '../authoring/new-section.ts';
import { firstArticle, newSite, refuseFolder } from '../authoring/new-site.ts';
import { newTranslation } from '../authoring/new-translation.ts';
import { proposedId } from '../authoring/proposed-id.ts';
import { articleSchema, idPattern, sectionSchema } from '../content/files/schema.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { suggestedCommand } from '../model/suggested-command.ts';
import { routes } from '../model/urls.ts';
import { runCommand, UsageError } from './command-line.ts';
import { answersFor } from './site-flags.ts';

const help = `
Begins a publication in a folder that is empty or new: npm run new -- site <dir>
What is not given is asked for on a terminal; without a terminal all six are needed.

  --name <text>       its name
  --url <url>         where it is published, as in https://harbour.example
  --lang <tag>        its language, such as en-GB or ar
  --time-zone <zone>  the time zone of its dates, such as Asia/Baghdad
  --publisher <text>  who publishes it
  --contact <address> the e-mail address to which readers write about corrections

Begins an article, as a draft: npm run new -- article "Headline"

  --slug <slug>       its address, if it is not to be made of the headline
  --author <id>       its author (the first in authors/)
  --topic <id>        its topic (the first in topics/)

Adds a section to an article: npm run new -- section <slug> "Title"

  --id <id>           its id, if it is not to be made of the title
  --at <place>        its place among the sections, from 1 on (the last); those after it get other numbers

Begins a translation of an article, as a draft, with each text to translate as a comment above its place; or adds the sections
that are missing in it: npm run new -- translation <slug> <language>

Begins an author, a topic, a series, an entry of the glossary or a page, as in npm run new -- author "Ada Reed"
(author, topic, series, place, person, organisation or page)

  --id <id>           its id, if it is not to be made of the name

  --content <dir>     the content folder (content)
  -h, --help          this text

Nothing that exists is written over.
Exit status: 0 made; 1 the content is at fault, or something is there already; 2 the call is at fault.`;

const options = {
  content: { type: 'string' },
  name: { type: 'string' },
  url: { type: 'string' },
  lang: { type: 'string' },
  'time-zone': { type: 'string' },
  publisher: { type: 'string' },
  contact: { type: 'string' },
  slug: { type: 'string' },
  author: { type: 'string' },
  topic: { type: 'string' },
  id: { type: 'string' },
  at: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Which options each kind takes, besides `--content` and `--help`. */
const own: Readonly<Record<string, readonly string[]>> = {
  site: ['name', 'url', 'lang', 'time-zone', 'publisher', 'contact'],
  article: ['content', 'slug', 'author', 'topic'],
  section: ['content', 'id', 'at'],
  translation: ['content'],
  ...Object.fromEntries(entryKinds.map((kind) => [kind, ['content', 'id']])),
};

const kinds = Object.keys(own);

const positionals = ([kind]: readonly string[]) => {
  if (kind === 'translation') return ['kind', 'slug of the article', 'language'];
  if (kind === 'section') return ['kind', 'slug of the article', 'title'];
  if (kind === 'site') return ['kind', 'folder of the new publication'];
  return [`kind (${kinds.join(', ').replace(/, (?=\w+$)/, ' or ')})`, kind === 'article' ? 'headline' : 'name'];
};

await runCommand(
  { name: 'npm run new', help, options, positionals },
  async (values, [kind = '', first = '', title = '']) => {
    const { content = 'content' } = values;
    const allowed = own[kind];
    if (!allowed) throw new UsageError(`There is no kind "${kind}". ${didYouMean(kind, kinds)}`);
    for (const name of Object.keys(values)) {
      if (!allowed.includes(name)) throw new UsageError(`--${name} does not belong to a new ${kind}.`);
    }
    const entry = entryKinds.find((one) => one === kind);
    if (kind === 'site') {
      refuseFolder(first, process.cwd());
      for (const file of newSite(first, await answersFor(values), Date.now())) console.log(`Made ${file}`);
      next(first, routes.article(firstArticle));
    } else if (entry) {
      checkTitle(nameRule(entry), first);
      const id = chosenId(values.id, first, '--id');
      const { file, toDo } = newEntry(content, entry, { name: first, id });
      console.log(`Made ${file}\n${toDo}`);
    } else if (kind === 'translation') {
      const { files, needed } = newTranslation(content, first, title);
      for (const file of files) console.log(`Made ${file}`);
      if (needed.length > 0) console.log(`Also needed in ${title}: ${needed.join(', ')}`);
    } else if (kind === 'article') {
      checkTitle(articleSchema.shape.title, first);
      const slug = chosenId(values.slug, first, '--slug');
      console.log(
        `Made ${newArticle(content, { title: first, slug, author: values.author, topic: values.topic }, Date.now())}`,
      );
      next(content, routes.article(slug));
    } else {
      checkTitle(sectionSchema.shape.title, title);
      const id = chosenId(values.id, title, '--id');
      const { file, renamed } = newSection(content, { slug: first, title, id, at: placeOf(values.at) });
      for (const { from, to } of renamed) console.log(`Renamed ${from} to ${to}`);
      console.log(`Made ${file}`);
      next(content, `${routes.article(first)}#${id}`);
    }
  },
);

function checkTitle(rule: typeof articleSchema.shape.title, title: string): void {
  if (rule.safeParse(title).success) return;
  throw new UsageError(`"${title}" cannot be there. Give ${rule.description?.replace(/^The/, 'the')}.`);
}

function chosenId(wanted: string | undefined, title: string, option: string): string {
  const id = wanted ?? proposedId(title);
  if (id === undefined)
    throw new UsageError(`No address can be made from "${title}". Give one, as in ${option} old-bridge.`);
  if (idPattern.test(id)) return id;
  throw new UsageError(`${option} is "${id}". Use lower-case letters a to z, digits and single hyphens.`);
}

function placeOf(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,6}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError(`--at is "${text}". Give a place among the sections, as in --at 2.`);
}

/** Says which command shows the result, and where. */
function next(content: string, route: string): void {
  console.log(`Next: ${suggestedCommand('dev', [], { content })}, then look at http://localhost:3000${route}`);
}
