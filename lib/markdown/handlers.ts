import type { Element, ElementContent } from 'hast';
import type { Code, FootnoteReference, Image, Link, ListItem, Paragraph, Parent, PhrasingContent, Table } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { Direction } from '../languages/direction.ts';
import type { PictureCopy } from '../model/picture-copies.ts';
import { entryCardId, mentionId, noteId } from './page-ids.ts';
import { figureOf, onlyPicture } from './pictures.ts';

/** The words and addresses that rendered Markdown contains. */
export type RenderSettings = {
  words: {
    /** The direction of the page. */
    dir: Direction;
    number: (number: number) => string;
    table: string;
    externalLink: string;
    taskDone: string;
    taskOpen: string;
    noteMark: (number: number) => string;
  };
  /** Whether a link leads to another site. */
  isExternal: (url: string) => boolean;
  /** The address of a link in the page. */
  addressOf: (url: string) => string;
  /** The address of a copy of a picture. */
  pictureAddress: (copy: PictureCopy) => string;
};

/** Selects what rendered text contains besides its words: note marks, and text for screen readers only. */
export const besideWords = ['sup', '.hidden-text'];

/** A mention of a glossary entry: the words, and the entry that they name. */
interface Mention extends Parent {
  type: 'mention';
  id: string;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    mention: Mention;
  }
  interface RootContentMap {
    mention: Mention;
  }
  interface FootnoteReferenceData {
    /** The number of the note, and which reference to it this is; both count from 1. */
    note?: { number: number; mention: number };
  }
}

/** How Markdown nodes that need more than plain HTML become elements. */
export function handlers({ words, isExternal, addressOf, pictureAddress }: RenderSettings): Handlers {
  return {
    /** A picture in its own paragraph becomes a figure. */
    paragraph: (state: State, node: Paragraph): Element => {
      const picture = onlyPicture(node);
      return (picture && figureOf(picture, pictureAddress)) ?? defaultHandlers.paragraph(state, node);
    },

    /** Any other picture becomes its alternative text: browsers never fetch an address that an editor wrote. */
    image: (_state: State, node: Image): ElementContent => ({ type: 'text', value: node.alt ?? '' }),

    /** A wide table scrolls on its own; to scroll by keyboard it is focusable, and so needs a name. */
    table: (state: State, node: Table): Element => ({
      type: 'element',
      tagName: 'div',
      properties: { className: ['wide-table'], role: 'group', ariaLabel: words.table, tabIndex: 0 },
      children: [withColumnClasses(defaultHandlers.table(state, node))],
    }),

    /** So does a wide block of code. */
    code: (state: State, node: Code): Element => {
      const { hProperties, ...data } = node.data ?? {};
      const block = defaultHandlers.code(state, { ...node, data });
      // Its direction is set on the whole block.
      return { ...block, properties: { ...block.properties, ...hProperties, tabIndex: 0 } };
    },

    link: (state: State, node: Link): Element => {
      const link = defaultHandlers.link(state, { ...node, url: addressOf(node.url) }) as Element;
      if (!isExternal(node.url)) return link;
      const note: Element = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['hidden-text'] },
        children: [{ type: 'text', value: ` (${words.externalLink})` }],
      };
      const properties = { ...link.properties, className: ['external'], rel: ['external', 'noopener'] };
      return { ...link, properties, children: [...link.children, note] };
    },

    /** A number links to the note in the list; a script opens it as a card. */
    footnoteReference: (_state: State, node: FootnoteReference): Element => {
      const { number, mention } = node.data?.note ?? { number: 0, mention: 0 };
      const mark: Element = {
        type: 'element',
        tagName: 'a',
        properties: {
          href: `#${noteId(number)}`,
          id: mentionId(number, mention),
          ariaLabel: words.noteMark(number),
        },
        children: [{ type: 'text', value: words.number(number) }],
      };
      return { type: 'element', tagName: 'sup', properties: { className: ['note'] }, children: [mark] };
    },

    /** A mention links to its entry in the who's-who; a script opens the entry as a card. */
    mention: (state: State, node: Mention): Element => ({
      type: 'element',
      tagName: 'a',
      properties: { href: `#${entryCardId(node.id)}`, className: ['who'] },
      children: state.all(node) as ElementContent[],
    }),

    /** A directive becomes its words. */
    textDirective: (state: State, node: TextDirective): ElementContent[] => state.all(node) as ElementContent[],

    /** The checkbox of a task shows a state and is not a control: readers cannot tick it. */
    listItem: (state: State, node: ListItem, parent): Element => {
      const item = defaultHandlers.listItem(state, node, parent) as Element;
      if (typeof node.checked !== 'boolean') return item;
      const sign: Element = {
        type: 'element',
        tagName: 'span',
        properties: { role: 'img', ariaLabel: node.checked ? words.taskDone : words.taskOpen },
        children: [{ type: 'text', value: node.checked ? '☑' : '☐' }],
      };
      return withoutCheckbox(item, sign);
    },
  };
}

/** HTML no longer has an attribute for the alignment of a column, so a class sets it. */
function withColumnClasses(element: Element): Element {
  const { align, ...properties } = element.properties;
  const children = element.children.map((child) => (child.type === 'element' ? withColumnClasses(child) : child));
  const className = align === 'right' ? ['to-end'] : align === 'center' ? ['to-middle'] : undefined;
  return { ...element, properties: { ...properties, ...(className && { className }) }, children };
}

function withoutCheckbox(element: Element, sign: Element): Element {
  const children: ElementContent[] = element.children.map((child) => {
    if (child.type !== 'element') return child;
    return child.tagName === 'input' ? sign : child.tagName === 'p' ? withoutCheckbox(child, sign) : child;
  });
  return { ...element, children };
}
