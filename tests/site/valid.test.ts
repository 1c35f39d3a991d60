import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { readBuiltSite } from '../support/built-site.ts';
import { sites } from '../support/sites.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Advice for search engines; a headline is as long as its editor makes it.
      'long-title': 'off',
      // The contents stand in the page twice, of which a window shows one: axe looks at that in the browser.
      'unique-landmark': 'off',
    },
  }),
);

for (const [name, site] of Object.entries(sites)) {
  describe(name, () => {
    test.each(readBuiltSite(name, site).pages)('$route is valid HTML', async ({ file, html }) => {
      const { results } = await validator.validateString(html, file);

      const faults = results.flatMap(({ messages }) => messages);
      expect(faults.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)).toEqual([]);
    });
  });
}
