import { defaultSchema, type Schema } from 'hast-util-sanitize';

/**
 * The HTML that the renderer may produce: GitHub's list, without what the site does not need, plus what its own handlers
 * add.
 *
 * Ids need no prefix here: Markdown cannot set one, only the handlers do.
 */
export const sanitizer: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption', 'small'],
  attributes: {
    ...defaultSchema.attributes,
    '*': ['dir', 'lang', 'title'],
    a: ['href', 'id', 'rel', 'role', 'ariaLabel', ['className', 'external', 'who']],
    blockquote: [['className', 'upright']],
    em: [['className', 'upright']],
    figure: [['className', 'quotation', 'wide']],
    div: ['role', 'tabIndex', 'ariaLabel', ['className', 'wide-table']],
    ol: [...(defaultSchema.attributes?.['ol'] ?? []), 'start'],
    img: ['src', 'srcSet', 'sizes', 'width', 'height', 'alt', 'decoding', 'loading'],
    source: ['type', 'srcSet', 'sizes'],
    span: ['role', 'ariaLabel', ['className', 'hidden-text']],
    pre: ['tabIndex'],
    sup: [['className', 'note']],
    td: [['className', 'to-end', 'to-middle']],
    th: [['className', 'to-end', 'to-middle']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};
