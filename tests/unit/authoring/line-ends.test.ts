import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { aContentFolder, anIndex, problemLines, someday } from '../../support/content-folder.ts';

const pier = `---
title: The pier
---

> “The pier stands”
>
> — Ada Reed, in a post

- one
  and the same

~~~
first
second
~~~

    indented
    code

It is \`code over
two lines\`, and [a link](https://pier.example/ "whose title
has two lines").\\
A hard break.

| Plank | Held |
| ----- | ---- |
| one   | yes  |
`;

function eachText(content: string, change: (text: string) => string): void {
  for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && file.endsWith('.md')) writeFileSync(file, change(readFileSync(file, 'utf8')));
  }
}

describe.each([
  ['of Windows', '\r\n', '\n'],
  ['of old Macintoshes', '\r', '\n'],
  ['of Unix in a record of Windows', '\n', '\r\n'],
])('Line ends %s', (_whose, later, earlier) => {
  const recorded = () => {
    const content = aContentFolder({
      'articles/storm/index.md': anIndex({ keys: 'keyPoints:\n  - >-\n    The pier\n    stands.\n  - It held.' }),
      'articles/storm/1-pier.md': pier,
    });
    eachText(content, (text) => text.replaceAll('\n', earlier));
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'x' }, someday - 2_000).write();
    eachText(content, (text) => text.replaceAll(/\r\n|\n/g, later));
    return content;
  };

  test('are no change of a recorded text', () => {
    const content = recorded();
    expect(problemLines(content)).toEqual([]);
    expect(() => prepareVersion(content, { slug: 'storm', kind: 'minor', note: 'x' }, someday)).toThrow(
      'Nothing has changed since version 1',
    );
  });

  test('are none of what a version says', () => {
    const [article] = loadWholeContent(recorded()).articles;
    expect(JSON.stringify(article?.read().record)).not.toContain('\\r');
  });
});
