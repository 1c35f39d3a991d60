import { signsIn } from '../../markdown/signs-in.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Placeholders and markers of other site generators. */
const patterns: readonly RegExp[] = [
  // Hugo, Jekyll, Liquid, Jinja, Handlebars, Angular.
  /\{\{[<%]?[^{}\n]{1,200}[%>]?\}\}|\{%[^{}\n]{1,200}%\}/g,
  // WordPress.
  /\[\/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|tweet|instagram)(?=[\s\]])[^\][\n]{0,300}\]/gi,
  /\[\/[a-z][\w-]{1,30}\]/gi,
  /\[[a-z][\w-]{1,30}(?:\s+[\w-]{1,30}=(?:"[^"\n]{0,200}"|“[^”\n]{0,200}”|'[^'\n]{0,200}'|[^\s\]]{1,200}))+\s*\/?\]/gi,
  // Containers of Markdown-it, callouts of GitHub and Obsidian, attributes of kramdown and Pandoc, tables of contents.
  /(?<=^[ \t]{0,3}):{3,}(?=[ \t]*[a-z{])/gim,
  /(?<=^\s*)\[![a-z]{2,20}\][-+]?/gi,
  /\{:?\s*[#.][A-Za-z][\w-]*[^{}\n]{0,100}\}/g,
  /(?<=^\s*)\[toc\](?=\s*$)/gi,
  /\{(?:target|rel|width|height|class|style)=[^{}\n]{1,100}\}/g,
  // ERB and EJS, boxes of MkDocs, reStructuredText, Textile, LaTeX.
  /<%[^<>\n]{1,200}%>/g,
  /(?<=^[ \t]{0,3})!{3} ?[a-z]+(?=[ \t]*$)/gm,
  /(?<=^[ \t]{0,3})\.\. [a-z-]+::/gm,
  /(?<=^[ \t]{0,3})h[1-6]\. (?=\S)/gm,
  /\\(?:textbf|textit|emph|section|subsection|cite|footnote|href)\{|(?<=^\s*)\\(?:pagebreak|newpage)(?=\s*$)/g,
  // Headings and tables of MediaWiki.
  /(?<=^[ \t]{0,3})={2,6} [^=\n]{1,100} ={2,6}(?=[ \t]*$)/gm,
  /(?<=^[ \t]{0,3})\{\|/gm,
  // Our own, without its end.
  /:plain\[/g,
];

/** Reports the signs of other programs, which mean nothing here. */
export const templateAsText: TextCheck = () => (_tree, file) => {
  for (const { text, placeAt } of settingsOf(file).written) {
    if (!/[{[\\]|:::|<%|!!!|::|h\d\.|==/.test(text)) continue;
    for (const [number, { 0: whole, index }] of signsIn(text, patterns).entries()) {
      // The end of a block is reported with its beginning.
      if (number > 0 && whole.startsWith('[/')) continue;
      const found = whole.replaceAll('\ufffc', '');
      const words = found.length > 40 ? `${found.slice(0, 39)}…` : found;
      const message = `"${words}" is syntax of another program, and readers see it as it is. Write it in Markdown, or remove it.`;
      leave(file, 'template-as-text', placeAt(index), message);
    }
  }
};
