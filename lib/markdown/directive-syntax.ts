import type { Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import { nodesOf } from './nodes-of.ts';

type Extension = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<Extension['text']>[string], { tokenize: unknown }>;
type Context = ThisParameterType<Construct['tokenize']>;
type Code = Context['previous'];

/** What an editor may ask for by a directive in the text: `:plain[words]`. */
const knownDirective = 'plain';

const colon = ':'.charCodeAt(0);
const parenthesis = '('.charCodeAt(0);

/**
 * The syntax of directives in a line, such as `:plain[words]`.
 *
 * A colon is also in times, scores and names of sources, and brackets follow it where they have a note or a link:
 * `10:30[^log]`, `2:1[the report](…)`, `来源:新华社[^log]`. These are text. What has the name of no directive is taken for a
 * misspelt one only if it stands apart from the word before it and has words in its brackets.
 */
export const directiveInText: Extension = { text: { [colon]: [directive().text?.[colon] ?? []].flat().map(meant) } };

function meant(construct: Construct): Construct {
  const tokenize: Construct['tokenize'] = function (effects, ok, nok) {
    const { previous, events } = this;
    const first = events.length;
    return construct.tokenize.call(
      this,
      effects,
      (code) => (isMeant(this, first, previous, code) ? ok(code) : nok(code)),
      nok,
    );
  };
  return { ...construct, tokenize };
}

/**
 * @param first The index of the first event of the directive.
 * @param previous The sign before it.
 * @param next The sign after it.
 */
function isMeant(context: Context, first: number, previous: Code, next: Code): boolean {
  const tokens = context.events.slice(first).flatMap(([when, token]) => (when === 'enter' ? token : []));
  const textOf = (type: string) => {
    const token = tokens.find((one) => one.type === type);
    return token && context.sliceSerialize(token);
  };
  const [name = '', label] = [textOf('directiveTextName'), textOf('directiveTextLabel')];
  if (label === undefined) return false;
  const isGlued = previous !== null && previous > 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(previous));
  const isLink = next === parenthesis || label.startsWith('[^');
  return name === knownDirective || (/^\p{L}/u.test(name) && !isGlued && !isLink);
}

/** The directives of a tree that are not known, in the order of the text. */
export function unknownDirectives(tree: Root): TextDirective[] {
  return nodesOf(tree, 'textDirective').filter(({ name }) => name !== knownDirective);
}
