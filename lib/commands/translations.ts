import { listTranslations, type Translations } from '../check/list-translations.ts';
import {
  githubTranslations,
  isOverdue,
  jsonTranslations,
  type Patience,
  textOfTranslations,
} from '../check/translation-reports.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { runCommand, UsageError } from './command-line.ts';

const help = `
Lists the translations whose originals have been updated or corrected since, with each part that is behind and since when;
then the articles that are not translated.

  --content <dir>     the content folder (content)
  --format <format>   text, github (annotations of a workflow) or json (text)
  --fail-after <time> fail if a translation has gone without a correction for longer, as in 90m, 48h or 3d; updates may wait
  -h, --help          this text

Exit status: 0 listed; 1 a correction is missing for longer than --fail-after, or the content is at fault; 2 the call is at
fault.`;

const options = {
  content: { type: 'string', default: 'content' },
  format: { type: 'string', default: 'text' },
  'fail-after': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const formats: Record<string, (list: Translations, patience: Patience) => string> = {
  text: textOfTranslations,
  github: githubTranslations,
  json: jsonTranslations,
};

await runCommand({ name: 'npm run translations', help, options }, async ({ content, format, ...values }) => {
  const report = formats[format];
  if (!report) throw new UsageError(`There is no format "${format}". ${didYouMean(format, Object.keys(formats))}`);
  const patience = { now: Date.now(), failAfter: durationOf(values['fail-after']) };
  const list = listTranslations(content, patience.now);
  console.log(report(list, patience));
  if (list.translations.some((one) => isOverdue(one, patience))) process.exitCode = 1;
});

/** Milliseconds of a duration such as `48h`. */
function durationOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const minutes: Record<string, number> = { m: 1, h: 60, d: 1440 };
  if (count === undefined || unit === undefined)
    throw new UsageError(`--fail-after is "${text}". Give minutes, hours or days, as in 90m, 48h or 3d.`);
  return Number(count) * (minutes[unit] ?? 0) * 60_000;
}
