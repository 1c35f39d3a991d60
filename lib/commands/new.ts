import { newArticle } from '../authoring/new-article.ts';
import { newSection } from '../authoring/new-section.ts';
import { proposedId } from '../authoring/proposed-id.ts';
import { articleSchema, idPattern, sectionSchema } from '../content/files/schema.ts';
import { suggestedCommand } from '../model/suggested-command.ts';
import { routes } from '../model/urls.ts';
import { runCommand, UsageError } from './command-line.ts';

const help = `
Begins an article, as a draft: npm run new -- article "Headline"

  --slug <slug>     its address, where it is not to be made of the headline
  --author <id>     its author (the first in content/authors/)
  --topic <id>      its topic (the first in content/topics/)

Adds a section to an article: npm run new -- section <slug> "Title"

  --id <id>         its id, where it is not to be made of the title
  --at <place>      its place among the sections, from 1 on (the last); those behind it get other numbers

  --content <dir>   the content folder (content)
  -h, --help        this text

Nothing that exists is written over.
Exit status: 0 made; 1 the content is at fault, or something stands there already; 2 the call is at fault.`;

const options = {
  content: { type: 'string', default: 'content' },
  slug: { type: 'string' },
  author: { type: 'string' },
  topic: { type: 'string' },
  id: { type: 'string' },
  at: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Which options belong to which kind. */
const own = { article: ['slug', 'author', 'topic'], section: ['id', 'at'] } as const;

const positionals = ([kind]: readonly string[]) =>
  kind === 'section' ? ['kind', 'slug of the article', 'title'] : ['kind (article or section)', 'headline'];

await runCommand(
  { name: 'npm run new', help, options, positionals },
  async (values, [kind, first = '', title = '']) => {
    const { content } = values;
    if (kind === 'article') {
      refuse(own.section);
      checkTitle(articleSchema, first);
      const slug = chosenId(values.slug, first, '--slug');
      console.log(
        `Made ${newArticle(content, { title: first, slug, author: values.author, topic: values.topic }, Date.now())}`,
      );
      next(content, slug);
    } else if (kind === 'section') {
      refuse(own.article);
      checkTitle(sectionSchema, title);
      const id = chosenId(values.id, title, '--id');
      const { file, renamed } = newSection(content, { slug: first, title, id, at: placeOf(values.at) });
      for (const { from, to } of renamed) console.log(`Renamed ${from} to ${to}`);
      console.log(`Made ${file}`);
      next(content, first, id);
    } else {
      throw new UsageError(`There is no kind "${kind}". Write article or section.`);
    }

    function refuse(names: readonly (keyof typeof values)[]): void {
      for (const name of names) {
        if (values[name] !== undefined) throw new UsageError(`--${name} does not belong to a new ${kind}.`);
      }
    }
  },
);

function checkTitle({ shape: { title: rule } }: typeof articleSchema | typeof sectionSchema, title: string): void {
  if (!rule.safeParse(title).success) {
    throw new UsageError(`"${title}" cannot stand there. Give ${rule.description?.replace(/^The/, 'the')}.`);
  }
}

function chosenId(wanted: string | undefined, title: string, option: string): string {
  const id = wanted ?? proposedId(title);
  if (id === undefined)
    throw new UsageError(`No address can be made of "${title}". Give one, as in ${option} old-bridge.`);
  if (idPattern.test(id)) return id;
  throw new UsageError(`${option} is "${id}". Use lower-case letters a to z, digits and single hyphens.`);
}

function placeOf(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,6}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError(`--at is "${text}". Give a place among the sections, as in --at 2.`);
}

function next(content: string, slug: string, section?: string): void {
  const anchor = section === undefined ? '' : `#${section}`;
  console.log(
    `Next: ${suggestedCommand('dev', [], { content })}, then look at http://localhost:3000${routes.article(slug)}${anchor}`,
  );
}
