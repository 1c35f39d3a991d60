import type { Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import { nodesOf } from './nodes-of.ts';

type Extension = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<Extension['text']>[string], { tokenize: unknown }>;
type Context = ThisParameterType<Construct['tokenize']>;
type Code = Context['previous'];

/** The directives that an editor may use: `:plain[words]`. */
const knownDirective = 'plain';

const colon = ':'.charCodeAt(0);
const parenthesis = '('.charCodeAt(0);

/**
 * The syntax of inline directives, such as `:plain[words]`.
 *
 * Colons are also in times, scores and names of sources, where a note or a link may follow in brackets: `10:30[^log]`,
 * `2:1[the report](…)`, `来源:新华社[^log]`. These are text. An unknown name counts as a misspelt directive only if it is
 * not attached to the word before it and has words in its brackets.
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
 * @param previous The character before it.
 * @param next The character after it.
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

/** The unknown directives of a tree, in the order of the text. */
export function unknownDirectives(tree: Root): TextDirective[] {
  return nodesOf(tree, 'textDirective').filter(({ name }) => name !== knownDirective);
}
