import { type FormContent, type FormShape, formOf, textOf } from './form-text.ts';

/** What the CMS offers to the page that starts it. */
type Cms = {
  init: (options: { config: object }) => Promise<void>;
  registerCustomFormat: (
    name: string,
    extension: string,
    methods: { fromFile: (text: string) => FormContent; toFile: (content: FormContent) => string },
  ) => void;
};

// The addresses are those beside this script; esbuild leaves them alone.
const here = new URL('.', import.meta.url);
const [{ default: cms }, { config, formats, extensions, isLocal }] = await Promise.all([
  import(new URL('cms/index.js', here).href) as Promise<{ default: Cms }>,
  fetch(new URL('desk.json', here)).then((answer) => answer.json()) as Promise<{
    config: object;
    formats: Record<string, FormShape>;
    extensions: Record<string, string>;
    isLocal: boolean;
  }>,
]);
if (isLocal) acceptContentFolders();
for (const [name, shape] of Object.entries(formats)) {
  cms.registerCustomFormat(name, extensions[name] ?? 'md', {
    fromFile: (text) => formOf(text, shape),
    toFile: (content) => textOf(content, shape),
  });
}
await cms.init({ config });

/** The CMS takes a folder only if it has `.git`. A content folder has `site.md`, and need not be in git. */
function acceptContentFolders(): void {
  const { getDirectoryHandle } = FileSystemDirectoryHandle.prototype;
  FileSystemDirectoryHandle.prototype.getDirectoryHandle = async function (name, options) {
    if (name !== '.git') return getDirectoryHandle.call(this, name, options);
    await this.getFileHandle('site.md');
    return this;
  };
}
