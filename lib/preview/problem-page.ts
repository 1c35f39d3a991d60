import { formatProblem, type Problem } from '../model/problem.ts';
import { previewScript } from '../page-scripts/bundle.ts';

/**
 * The page that replaces one with errors: each problem in a line, in the same words as in every command. Once they are
 * fixed, the page itself comes back.
 */
export function problemPage(problems: readonly Problem[], revision: string): string {
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the content`;
  const lines = problems.map((problem) => `<li>${escaped(formatProblem(problem))}</li>`).join('\n');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${count}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.6 ui-monospace, monospace }
body { max-inline-size: 60rem; margin: 10vh auto; padding-inline: 1.5rem }
h1 { font: 600 1.5rem/1.2 system-ui, sans-serif }
p { font-family: system-ui, sans-serif }
ol { padding: 0; list-style: none }
li { padding-block: 1rem; border-block-start: 1px solid; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<h1>${count}</h1>
<p>The page you asked for comes back by itself when they are put right and saved.</p>
<ol>
${lines}
</ol>
<script data-revision="${escaped(revision)}">${previewScript()}</script>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
