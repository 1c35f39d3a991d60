import type { z } from 'zod';
import {
  articleSchema,
  authorSchema,
  frontSchema,
  glossarySchema,
  idPattern,
  pageSchema,
  redirectsSchema,
  sectionSchema,
  seriesSchema,
  siteSchema,
  topicSchema,
} from '../content/files/schema.ts';
import { translationName } from '../content/translations/file-language.ts';
import {
  articleTranslationSchema,
  authorTranslationSchema,
  glossaryTranslationSchema,
  pageTranslationSchema,
  sectionTranslationSchema,
  siteTranslationSchema,
  topicTranslationSchema,
} from '../content/translations/translation-schemas.ts';
import { formWord } from '../languages/form-words/form-words.ts';
import type { Desk } from '../model/desk.ts';
import type { Site } from '../model/model.ts';
import { type FormShape, formerKey } from './browser/form-text.ts';
import { type Field, formOfSchema } from './form-fields.ts';

/** The configuration of the CMS, as its JSON schema describes it. */
type CmsConfig = Record<string, unknown>;

/** What the desk needs to start. */
export type DeskConfig = {
  config: CmsConfig;
  /** How each file format differs from its forms. */
  formats: Record<string, FormShape>;
  /** The ends of the names of files of a format, if that is not `md`. */
  extensions: Record<string, string>;
  isLocal: boolean;
};

/** What the configuration depends on. */
export type DeskSite = Pick<Site, 'name' | 'url' | 'languages' | 'timeZone'> & {
  desk: Desk;
  /** Whether the desk works on a folder of this machine alone. */
  isLocal?: boolean;
};

const idOrder = [idPattern.source, 'Lower-case letters a to z, digits and single hyphens'];

/** The keys that come first in a form, in this order; all others follow as in the schema. */
const first = ['title', 'name', 'standfirst', 'body', 'change', 'draft', 'published', 'authors', 'topics', 'picture'];

/** The configuration of the desk, made from the schemas of the content: there is no other place that names its keys. */
export function deskConfig({ name, url, languages, timeZone, desk, isLocal = false }: DeskSite): DeskConfig {
  const [firstLanguage = 'en', ...others] = languages;
  const at = (path: string) => (desk.folder === '.' ? path : `${desk.folder}/${path}`);
  const formats: Record<string, FormShape> = {};
  const extensions: Record<string, string> = {};
  const choices = {
    authors: 'authors',
    topics: 'topics',
    topic: 'topics',
    series: 'series',
    related: 'articles',
    places: 'glossary',
    lead: 'articles',
    order: 'articles',
  };

  /** The fields and the format of a kind of file. */
  const form = (
    kind: string,
    schema: z.ZodObject,
    { body = true, language = firstLanguage, texts = [] as string[] } = {},
  ) => {
    const { fields, shape } = formOfSchema(schema, { timeZone, choices });
    // The CMS takes a format for one of Markdown by the end of its name.
    const format = `standfirst-${kind}-frontmatter`;
    formats[format] = shape;
    const all = [...fields, ...(body ? [bodyField] : [])];
    const isI18n = others.length > 0 && language === firstLanguage && texts.length > 0;
    return {
      format,
      fields: inOrder(all).map(
        (field): Field => (isI18n && [...texts, 'body'].includes(field.name) ? { ...field, i18n: true } : field),
      ),
      ...(isI18n && { i18n: true }),
    };
  };

  /**
   * A collection of one file for each entry.
   *
   * Authors and topics keep their slugs and stay: the CMS changes no id in a list of an article.
   */
  const flat = (
    folder: string,
    label: string,
    one: string,
    schema: z.ZodObject,
    texts: z.ZodObject,
    { mayMove = false, mayGo = false } = {},
  ) => ({
    name: folder,
    label,
    label_singular: one,
    folder: at(folder),
    ...form(folder, schema, { texts: Object.keys(texts.shape) }),
    identifier_field: 'title' in schema.shape ? 'title' : 'name',
    slug: {
      template: 'title' in schema.shape ? '{{title}}' : '{{name}}',
      editable: mayMove ? ['create', 'update'] : ['create'],
      pattern: idOrder,
    },
    media_folder: '',
    public_folder: '',
    ...formerSlugs(mayMove && 'aliases' in schema.shape && `${others.length > 0 ? '{{locale}}/' : ''}${folder}`),
    delete: mayGo,
  });

  /** Lets the CMS note the former slug of an entry, or not. */
  const formerSlugs = (path: string | false) =>
    path === false ? { aliases_field: false } : { aliases_field: formerKey, preview_path: `${path}/{{slug}}` };

  const articlesIn = (language: string) => ({
    name: language === firstLanguage ? 'articles' : `articles-${language.toLowerCase()}`,
    label: language === firstLanguage ? 'Articles' : `Articles (${language})`,
    label_singular: 'Article',
    folder: at('articles'),
    path: `{{slug}}/${translationOf('index', language)}`,
    ...form(
      language === firstLanguage ? 'article' : 'article-translation',
      language === firstLanguage ? articleSchema : articleTranslationSchema,
      { language },
    ),
    identifier_field: 'title',
    summary: '{{title}}',
    slug: {
      template: '{{title}}',
      editable: language === firstLanguage ? ['create', 'update'] : ['create'],
      pattern: idOrder,
      hint:
        language === firstLanguage ? 'The address of the article: /articles/…/' : 'The same as that of the original',
    },
    sortable_fields: language === firstLanguage ? ['published', 'title'] : ['title'],
    media_folder: '',
    public_folder: '',
    ...formerSlugs(language === firstLanguage && 'articles'),
    delete: false,
  });
  const translationOf = (stem: string, language: string) =>
    language === firstLanguage ? stem : translationName(`${stem}.md`, language).replace(/\.md$/, '');

  const sectionsIn = (language: string) => {
    const isFirst = language === firstLanguage;
    const { fields, ...rest } = isFirst
      ? form('section', sectionSchema)
      : form(`section-${language}`, sectionTranslationSchema, { language });
    // A slug has no dots: the language of the file is in what the CMS takes for the end of its name.
    if (!isFirst) extensions[rest.format] = translationName('.md', language).slice(1);
    return {
      name: isFirst ? 'sections' : `sections-${language.toLowerCase()}`,
      label: isFirst ? 'Sections' : `Sections (${language})`,
      label_singular: 'Section',
      description: 'The sections of all articles. The folder is the article.',
      folder: at('articles'),
      nested: { depth: 2, subfolders: false, summary: '{{title}}' },
      meta: { path: {} },
      // Only an index.md has a standfirst, and a filter needs a field.
      filter: { field: 'standfirst', value: null },
      ...rest,
      fields: [...fields, { name: 'standfirst', label: 'Standfirst', widget: 'hidden' }],
      identifier_field: 'title',
      summary: '{{title}} ({{slug}})',
      slug: {
        // The last place, until the editor gives it another.
        template: '9-{{title}}',
        editable: ['create'],
        pattern: ['^[0-9]+-[a-z0-9]+(-[a-z0-9]+)*$', 'A number, a hyphen, and an id, as in 5-repairs'],
        hint: isFirst
          ? 'Its place, a hyphen, and its id, as in 5-repairs. Readers may link to the id: it stays.'
          : 'The same as that of the original, as in 5-repairs.',
      },
      media_folder: '',
      public_folder: '',
      aliases_field: false,
    };
  };

  const single = (stem: string, label: string, kind: string, schema: z.ZodObject, language = firstLanguage) => ({
    name: language === firstLanguage ? stem : `${stem}-${language.toLowerCase()}`,
    label: language === firstLanguage ? label : `${label} (${language})`,
    file: at(`${translationOf(stem, language)}.md`),
    ...form(kind, schema, { language, body: kind !== 'redirects' }),
    media_folder: '',
    public_folder: '',
  });

  const inFirstLanguage = <Part>(part: Part) => withWords(part, (words) => formWord(words, firstLanguage));
  return {
    config: {
      load_config_file: false,
      app_title: name,
      site_url: url,
      backend: backendOf(desk),
      publish_mode: 'simple',
      media_folder: at('articles'),
      public_folder: '',
      // Pictures of others come with rights that nobody has looked at.
      media_libraries: { stock_assets: { providers: [] } },
      editor: { preview: false },
      show_preview_links: false,
      slug: { encoding: 'ascii', clean_accents: true },
      output: { omit_empty_optional_fields: true },
      ...(others.length > 0 && {
        i18n: {
          structure: 'multiple_files',
          locales: [...languages],
          default_locale: firstLanguage,
          initial_locales: 'default',
          omit_default_locale_from_file_path: true,
          omit_default_locale_from_preview_path: true,
        },
      }),
      collections: inFirstLanguage([
        ...languages.map(articlesIn),
        ...languages.map(sectionsIn),
        flat('authors', 'Authors', 'Author', authorSchema, authorTranslationSchema),
        flat('topics', 'Topics', 'Topic', topicSchema, topicTranslationSchema),
        flat('series', 'Series', 'Series', seriesSchema, topicTranslationSchema, { mayMove: true, mayGo: true }),
        flat('glossary', 'Glossary', 'Entry', glossarySchema, glossaryTranslationSchema, { mayGo: true }),
        flat('pages', 'Pages', 'Page', pageSchema, pageTranslationSchema, { mayMove: true, mayGo: true }),
      ]),
      singletons: inFirstLanguage([
        single('site', 'Publication', 'site', siteSchema),
        ...others.map((language) => single('site', 'Publication', 'site-translation', siteTranslationSchema, language)),
        ...languages.map((language) => single('front', 'Front page', 'front', frontSchema, language)),
        single('redirects', 'Former paths', 'redirects', redirectsSchema),
      ]),
    },
    formats,
    extensions,
    isLocal,
  };
}

/** What editors read of a part of the configuration in other words: its labels and hints, and what a pattern asks for. */
function withWords<Part>(part: Part, inWords: (words: string) => string): Part {
  if (Array.isArray(part)) return part.map((inner) => withWords(inner, inWords)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      if (key === 'pattern')
        return [key, value.map((one: string, index: number) => (index === 0 ? one : inWords(one)))];
      const isRead = typeof value === 'string' && ['label', 'label_singular', 'hint', 'description'].includes(key);
      return [key, isRead ? inWords(value) : withWords(value, inWords)];
    }),
  ) as Part;
}

const bodyField: Field = { name: 'body', label: 'Text', widget: 'markdown', modes: ['raw'], required: false };

function inOrder(fields: readonly Field[]): Field[] {
  const place = ({ name }: Field) => (first.includes(name) ? first.indexOf(name) : first.length);
  return fields.toSorted((a, b) => place(a) - place(b));
}

/** Where the CMS saves. Of what stands here nothing is secret. */
function backendOf({ backend, repo, branch, host, app, signIn }: Desk): CmsConfig {
  const common = { repo, branch };
  const at = host?.replace(/\/$/, '');
  if (backend === 'github') {
    return {
      name: 'github',
      ...common,
      ...(at !== undefined && { api_root: `${at}/api/v3` }),
      ...(signIn === undefined ? { auth_methods: ['token'] } : { base_url: signIn }),
    };
  }
  if (backend === 'gitlab') {
    return {
      name: 'gitlab',
      ...common,
      ...(at !== undefined && { base_url: at, api_root: `${at}/api/v4` }),
      auth_type: 'pkce',
      app_id: app,
    };
  }
  return { name: 'gitea', ...common, base_url: at, api_root: `${at}/api/v1`, app_id: app };
}

/** The addresses, besides the site's own, to which the desk may connect. */
export function deskHosts({ backend, host, signIn }: Desk): string[] {
  const origins = {
    github: ['https://api.github.com'],
    gitlab: ['https://gitlab.com'],
    forgejo: [],
    gitea: [],
  } satisfies Record<Desk['backend'], string[]>;
  const named = [host, signIn].flatMap((address) => (address === undefined ? [] : new URL(address).origin));
  return [...new Set([...(host === undefined ? origins[backend] : []), ...named])];
}
