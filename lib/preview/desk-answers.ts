import { readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { checkContent } from '../check/check-content.ts';
import { type DeskFile, deskFiles, deskScript } from '../desk/desk-files.ts';
import { fieldAtLine, formOfFile } from '../desk/entry-places.ts';
import { mediaTypeOf } from '../formats/media-types.ts';
import type { Desk } from '../model/desk.ts';
import type { Instant } from '../model/moment.ts';
import { isError, type Problem } from '../model/problem.ts';
import type { OpenPreview } from './preview.ts';

/** Answers the addresses of the local desk; `undefined` for any other. */
export type DeskAnswers = (path: string) => Promise<{ type: string; body: string | Buffer } | undefined>;

/** A problem as the panel lists it: where its form and its field are. */
type Listed = Pick<Problem, 'line' | 'message' | 'code'> & {
  /** Relative to the content folder. */
  file: string;
  severity: 'error' | 'warning';
  form: string | undefined;
  field: string | undefined;
};

/**
 * The desk on a working folder: the forms, the preview and the problems in one window. The editor's browser reads and writes the
 * folder itself; nothing is written through this server.
 */
export function deskAnswers(
  root: string,
  content: string,
  preview: Pick<OpenPreview, 'latest'>,
  now: () => Instant,
): DeskAnswers {
  let files: Map<string, DeskFile> | undefined;
  return async (path) => {
    if (path === '/desk/') return { type: mediaTypeOf('index.html'), body: shell(basename(resolve(content))) };
    if (path === '/desk/panel.js') return { type: mediaTypeOf('panel.js'), body: deskScript(root, 'panel.ts') };
    if (path === '/desk/problems.json') {
      const problems = await checkContent(content, { now: now() });
      return { type: mediaTypeOf('problems.json'), body: JSON.stringify(problems.map((one) => listed(one, content))) };
    }
    if (!path.startsWith('/admin/')) return undefined;
    files ??= new Map(localFiles(root, content, preview).map((file) => [`/${file.path}`, file]));
    const name = path === '/admin/' ? '/admin/index.html' : path;
    const file = files.get(name);
    return file && { type: mediaTypeOf(name), body: file.bytes() };
  };
}

function localFiles(root: string, content: string, preview: Pick<OpenPreview, 'latest'>): DeskFile[] {
  const { site } = preview.latest().publication ?? {};
  const desk: Desk = {
    backend: 'github',
    repo: `local/${basename(resolve(content))}`,
    branch: 'desk',
    folder: '.',
    host: undefined,
    app: undefined,
    signIn: undefined,
  };
  const { name = 'The desk', url = 'http://localhost', languages = ['en'], timeZone = 'UTC' } = site ?? {};
  return deskFiles({ name, url, languages, timeZone, desk, isLocal: true }, root);
}

function listed({ file, line, code, message, ...rest }: Problem, content: string): Listed {
  const path = relative(content, file).replaceAll('\\', '/');
  const form = formOfFile(path);
  const severity = isError({ file, line, code, message, ...rest }) ? 'error' : 'warning';
  return { file: path, line, code, message, severity, form, field: form && fieldOf(join(content, path), line) };
}

function fieldOf(file: string, line: number): string | undefined {
  try {
    return fieldAtLine(readFileSync(file, 'utf8'), line);
  } catch {
    return undefined;
  }
}

/** The window: the forms on one side, the page and the problems on the other. */
function shell(folder: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The desk</title>
<style>
html, body { block-size: 100%; margin: 0; font: 1rem/1.4 system-ui, sans-serif; }
body { display: grid; grid-template: 1fr auto / 1fr 1fr; }
iframe { inline-size: 100%; block-size: 100%; border: 0; border-inline-start: 1px solid #999; }
#forms { grid-row: 1 / 3; border: 0; }
section { max-block-size: 40vh; overflow: auto; padding: 0.5rem 1rem; border-block-start: 1px solid #999; }
h1 { margin: 0; font-size: 1rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding-block: 0.25rem; }
li::before { content: 'Warning: '; font-weight: bold; }
li.error::before { content: 'Error: '; }
button { font: inherit; text-decoration: underline; border: 0; padding: 0; background: none; color: #00468c; cursor: pointer; }
button:disabled { color: inherit; text-decoration: none; }
</style>
</head>
<body>
<iframe id="forms" src="/admin/" title="Forms. Pick the folder ${folder.replaceAll(/[<>&"]/g, '')}"></iframe>
<iframe id="page" src="/" title="The page as readers will see it"></iframe>
<section aria-label="Problems" aria-live="polite"><h1 id="count"></h1><ul id="problems"></ul></section>
<script type="module" src="panel.js"></script>
</body>
</html>
`;
}
