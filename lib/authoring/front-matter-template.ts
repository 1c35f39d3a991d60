import { Document, isMap, isScalar, isSeq } from 'yaml';
import type { z } from 'zod';

/**
 * The text of a new content file: front matter with a comment above each key that explains it in the schema's own
 * words, then the names of the other keys, then the text.
 *
 * @param values The values of the keys, in the order in which to write them.
 * @param text Markdown, such as a comment that says where the text goes.
 */
export function frontMatterTemplate(
  schema: z.ZodObject,
  values: Readonly<Record<string, unknown>>,
  text: string,
): string {
  const document = new Document(values);
  const pairs = isMap(document.contents) ? document.contents.items : [];
  for (const { key, value } of pairs) {
    if (isScalar(key)) key.commentBefore = ` ${schema.shape[String(key.value)]?.description}`;
    if (isSeq(value)) value.flow = true;
  }
  const others = Object.keys(schema.shape).filter((key) => !(key in values));
  const keys = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${keys}# Other keys: ${others.join(', ')} (docs/keys.md)\n---\n\n${text}\n`;
}
