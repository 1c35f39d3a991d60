import { faultOf, questionOf, type SiteAnswers, type SiteQuestion, siteQuestions } from '../authoring/site-answers.ts';
import { findWords } from '../languages/languages.ts';
import { ask, type Question } from './ask.ts';
import { UsageError } from './command-line.ts';

/** The option that answers each question. */
const flags = {
  name: 'name',
  url: 'url',
  lang: 'lang',
  timeZone: 'time-zone',
  publisher: 'publisher',
  contact: 'contact',
} as const satisfies Record<SiteQuestion, string>;

type Flags = { readonly [Flag in (typeof flags)[SiteQuestion]]?: string | undefined };

/**
 * What a new publication says about itself: from the options, and for the rest from questions on the terminal.
 *
 * @throws UsageError if an option cannot be used, or something is missing and there is no terminal to ask at.
 */
export async function answersFor(values: Flags): Promise<SiteAnswers> {
  const answers: Partial<SiteAnswers> = {};
  const faults: string[] = [];
  for (const key of siteQuestions) {
    const given = values[flags[key]]?.trim();
    if (given === undefined) continue;
    const fault = faultOf(key, given);
    if (fault !== undefined) faults.push(`--${flags[key]}: ${fault}`);
    answers[key] = given;
  }
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  const open = siteQuestions.filter((key) => answers[key] === undefined);
  if (open.length > 0) {
    if (!process.stdin.isTTY || !process.stdout.isTTY) {
      const missing = open.map((key) => `--${flags[key]}`).join(', ');
      throw new UsageError(`A new publication needs ${missing.replace(/, (?=[^,]*$)/, ' and ')} as well.`);
    }
    const questions = open.map((key) => [key, questionFor(key, answers)] as const);
    const answered = (key: SiteQuestion, answer: string) => {
      answers[key] = answer;
    };
    await ask(questions, answered, { input: process.stdin, output: process.stdout });
  }
  return answers as SiteAnswers;
}

function questionFor(key: SiteQuestion, answers: Readonly<Partial<SiteAnswers>>): Question {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const usual: Partial<Record<SiteQuestion, () => string>> = {
    lang: () => (locale !== 'und' && findWords(locale) ? locale : 'en'),
    timeZone: () => timeZone,
    publisher: () => answers.name ?? '',
  };
  return { words: questionOf(key), usual: usual[key], faultOf: (answer) => faultOf(key, answer) };
}
