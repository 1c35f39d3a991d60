import { describe, expect, test } from 'vitest';
import { eachNode, nodesOf } from '@/lib/markdown/nodes-of.ts';
import { parseMarkdown } from '@/lib/markdown/parse-markdown.ts';

const tree = parseMarkdown('> *a* [b](/c/)\n\n[d](/e/) `f`');

describe('The nodes of a tree', () => {
  test('are shown in the order of the text, each before what is in it', () => {
    const types: string[] = [];
    eachNode(tree, ({ type }) => types.push(type));

    expect(types).toEqual([
      ...['root', 'blockquote', 'paragraph', 'emphasis', 'text', 'text', 'link', 'text'],
      ...['paragraph', 'link', 'text', 'text', 'inlineCode'],
    ]);
  });

  test('are found by type, of one or of several', () => {
    expect(nodesOf(tree, 'link').map(({ url }) => url)).toEqual(['/c/', '/e/']);
    expect(nodesOf(tree, 'inlineCode', 'blockquote').map(({ type }) => type)).toEqual(['blockquote', 'inlineCode']);
    expect(nodesOf(tree, 'table')).toEqual([]);
  });

  test('include the node that is asked', () => {
    const [quote] = nodesOf(tree, 'blockquote');

    expect(quote && nodesOf(quote, 'blockquote')).toEqual([quote]);
  });
});
