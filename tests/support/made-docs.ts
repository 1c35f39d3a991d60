import { checksPage } from '../../lib/reference/checks-page.ts';
import { countriesPage } from '../../lib/reference/countries-page.ts';
import { schemaFiles } from '../../lib/reference/schema-files.ts';
import { checkExample } from './check-examples.ts';

/** Every file of docs/ that is made, with its text. */
export function madeDocs(): Map<string, string> {
  const schemas = [...schemaFiles()].map(([name, text]): [string, string] => [`docs/schema/${name}`, text]);
  return new Map([['docs/checks.md', checksPage(checkExample)], ['docs/countries.md', countriesPage()], ...schemas]);
}
