import { tests } from 'commonmark-spec';

/** An example of the CommonMark specification: Markdown and its HTML. */
type Example = (typeof tests)[number];

/** All examples of the specification, in which an arrow stands for a tab. */
export const examples: readonly Example[] = tests.map(({ markdown, html, ...example }) => ({
  ...example,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

/** The number of each example that fails, with the reason. */
export function faultsOf(faultOf: (example: Example) => unknown): Record<number, unknown> {
  const found = examples.map((example) => [example.number, faultOf(example)] as const);
  return Object.fromEntries(found.filter(([, fault]) => fault !== undefined));
}
