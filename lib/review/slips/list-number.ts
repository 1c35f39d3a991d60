import type { List, Root } from 'mdast';
import { firstYear } from '../../markdown/lost-signs.ts';
import { eachNode } from '../../markdown/nodes-of.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Reports numbers that became list numbers by accident, and items that readers see with a different number. */
export const listNumber: TextCheck = () => (tree, file) => {
  const { body } = settingsOf(file).frontMatter;
  const atFault = (list: List | List['children'][number], message: string) => {
    leave(file, 'list-number', list.position?.start ?? { line: 1, column: 1 }, message);
  };
  for (const lists of orderedLists(tree)) {
    let next = 1;
    for (const list of lists) {
      const start = list.start ?? 1;
      const numbers = list.children.map(({ position }) => Number(/^\d+/.exec(body.slice(position?.start.offset))?.[0]));
      if (numbers.length === 1 && start > 1 && start !== next) {
        const sign = signAfter(body, list);
        const message = `This paragraph begins with "${start}${sign}" and so became a list of one. If it is not a list, write ${start}\\${sign}`;
        atFault(list, message);
      }
      // A year that is not shown is an error, `text-lost`.
      const wrong = numbers.findIndex((number, index) => number < firstYear && number !== start + index);
      const item = list.children[wrong];
      if (item && numbers.some((number) => number !== start))
        atFault(
          item,
          `This item is written with ${numbers[wrong]}, and readers see ${start + wrong}. Number the items in order.`,
        );
      next = start + numbers.length;
    }
  }
};

/** The numbered lists, grouped by parent. */
function orderedLists(tree: Root): List[][] {
  const found: List[][] = [];
  eachNode(tree, (node) => {
    if (!('children' in node)) return;
    found.push(node.children.flatMap((child) => (child.type === 'list' && child.ordered ? child : [])));
  });
  return found;
}

function signAfter(body: string, { position }: List): string {
  return /^\d+([.)])/.exec(body.slice(position?.start.offset, (position?.start.offset ?? 0) + 12))?.[1] ?? '.';
}
