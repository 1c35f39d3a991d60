import { checksPage } from '../../lib/reference/checks-page.ts';
import { colorsCss } from '../../lib/reference/colors-css.ts';
import { countriesPage } from '../../lib/reference/countries-page.ts';
import { schemaFiles } from '../../lib/reference/schema-files.ts';
import { checkExample } from './check-examples.ts';

/** Every file that is made from the code and its examples, with its text. */
export function madeDocs(): Map<string, string> {
  const schemas = [...schemaFiles()].map(([name, text]): [string, string] => [`docs/schema/${name}`, text]);
  return new Map([
    ['app/colors.css', colorsCss()],
    ['docs/checks.md', checksPage(checkExample)],
    ['docs/countries.md', countriesPage()],
    ...schemas,
  ]);
}
