import type { Element } from 'hast';
import type { Image, Paragraph, Root } from 'mdast';
import type { PictureCopy, ShownImage } from '../model/picture-copies.ts';
import { pictureMarkup, placeInText } from '../pictures/picture-markup.ts';
import { nodesOf } from './nodes-of.ts';

declare module 'mdast' {
  interface ImageData {
    /** The file that the picture shows; set once it has been found. */
    shown?: ShownImage;
  }
}

/** What is under a picture. */
type Caption = { caption: string | undefined; credit: string };

/** The pictures of a tree that have a paragraph of their own, in the order of the text. */
export function picturesOf(tree: Root): Image[] {
  return nodesOf(tree, 'paragraph').flatMap((node) => onlyPicture(node) ?? []);
}

/** The picture of a paragraph that holds nothing else; a comment does not count. */
export function onlyPicture({ children }: Paragraph): Image | undefined {
  const rest = children.filter(
    (child) => child.type !== 'html' && !(child.type === 'text' && child.value.trim() === ''),
  );
  const [first, second] = rest;
  return first?.type === 'image' && !second ? first : undefined;
}

/** Reads `caption | credit`; the caption may be missing; `undefined` if there is no credit. */
export function captionOf({ title }: Image): Caption | undefined {
  const text = (title ?? '').replace(/\s+/g, ' ');
  const bar = text.lastIndexOf('|');
  const credit = text.slice(bar + 1).trim();
  if (bar === -1 || credit === '') return undefined;
  return { caption: text.slice(0, bar).trim() || undefined, credit };
}

/** The figure of a picture whose file has been found; `undefined` for any other. */
export function figureOf(node: Image, addressOf: (copy: PictureCopy) => string): Element | undefined {
  const shown = node.data?.shown;
  const under = captionOf(node);
  if (!shown || !under) return undefined;
  const place = placeInText(shown);
  const { sources, img } = pictureMarkup(shown, place, addressOf);
  const element = (tagName: string, properties: Element['properties'], children: Element['children'] = []): Element => {
    return { type: 'element', tagName, properties, children };
  };
  const credit = element('small', {}, [{ type: 'text', value: under.credit }]);
  return element('figure', place === 'wide' ? { className: ['wide'] } : {}, [
    element('picture', {}, [
      ...sources.map((source) => element('source', source)),
      element('img', { ...img, alt: node.alt ?? '' }),
    ]),
    element('figcaption', {}, under.caption ? [{ type: 'text', value: `${under.caption} ` }, credit] : [credit]),
  ]);
}
