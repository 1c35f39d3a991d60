import render from 'dom-serializer';
import { type ChildNode, Element, isTag, isText } from 'domhandler';
import { findOne, getElementsByTagName, removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** What of an article a search looks through: its own words, each once. */
const ownWords = ['standfirst', 'dateline', 'part-title', 'prose', 'timeline', 'notes'];

/** What stands within those words for eyes and fingers. */
const notWords = ['hidden-text', 'back-links'];

/**
 * Takes out of a finished article page what a search looks through, as plain HTML without attributes: standfirst, the
 * caption of the picture, the text, the timeline and the notes. A section with an id is a `section`, and its heading has
 * the id.
 *
 * What says the same again stays out: key points, contents, cards of the glossary, corrections, what is for paper alone.
 */
export function searchableText(html: string): string {
  const article = findOne(({ name }) => name === 'article', parseDocument(html).children);
  return render(article ? gather(article.children) : [], { encodeEntities: 'utf8' });
}

/** The parts of the article that are its own words, in their order. */
function gather(nodes: readonly ChildNode[], section = ''): ChildNode[] {
  return nodes.flatMap((node): ChildNode[] => {
    if (!isTag(node)) return [];
    const { id = '' } = node.attribs;
    if (node.name === 'section') return id === '' ? [] : [new Element('section', {}, gather(node.children, id))];
    // Events of the timeline end with the titles of their sections.
    if (hasClass(node, ['timeline'])) for (const link of getElementsByTagName('a', node)) removeElement(link);
    // What the signs of a map mean is a paragraph of its caption.
    if (node.name === 'figcaption') for (const key of getElementsByTagName('p', node)) removeElement(key);
    if (node.name === 'figcaption' || hasClass(node, ownWords)) return [plain(node, section)];
    return node.name === 'div' || node.name === 'header' || node.name === 'figure'
      ? gather(node.children, section)
      : [];
  });
}

function plain(element: Element, section: string): Element {
  const { name, children } = element;
  const attributes = name === 'h2' && section !== '' ? { id: section } : {};
  return new Element(name, attributes, children.flatMap(words));
}

function words(node: ChildNode): ChildNode[] {
  if (isText(node)) return [node];
  // A number above the line is that of a note.
  if (!isTag(node) || node.name === 'svg' || node.name === 'sup' || hasClass(node, notWords)) return [];
  return [plain(node, '')];
}

function hasClass({ attribs }: Element, names: readonly string[]): boolean {
  return (attribs['class'] ?? '').split(' ').some((name) => names.includes(name));
}
