import type { FirstTexts } from './first-texts.ts';

/** The words with which a publication in English begins. */
export const firstTextsInEnglish: FirstTexts = {
  tagline: (name) => `News from ${name}`,
  about: (publisher, contact) => `${publisher} publishes this site.

## Corrections

If something here is wrong or unclear, write to <${contact}>. Please name the article and quote the passage.`,
  newsroom: 'Newsroom',
  topic: 'News',
  page: {
    title: 'Contact',
    text: (contact) => `Write to the newsroom at <${contact}>.`,
  },
  article: {
    title: 'How to write an article',
    standfirst: 'For the newsroom: how to begin an article, and how it reaches readers.',
    lead: ({
      article,
      section,
      page,
    }) => `Readers never see this text. The line \`draft: true\` at the head of its file keeps it from them. Delete the folder of
this article when nobody needs it any more.

Begin an article of your own. The command makes a folder with a file in it, and a comment in the file explains each key:

\`\`\`sh
${article}
\`\`\`

The text is Markdown:

- An empty line begins a new paragraph.
- \`**two stars**\` make words **bold**, and \`*one star*\` makes them *italic*.
- \`[words](/about/)\` make a link, such as [About this site](/about/).
- \`## A heading\` has no place here: what would have one is a section.

A section is a file of its own beside the first one. Pages such as the contact page are files too:

\`\`\`sh
${section}
${page}
\`\`\``,
    section: {
      title: 'From a draft to readers',
      text: ({ check, publish, build }) => `Check the text. Every problem is named with its file and line:

\`\`\`sh
${check}
\`\`\`

Take out the line \`draft: true\`, and record the text that readers will see:

\`\`\`sh
${publish}
\`\`\`

Then build the site:

\`\`\`sh
${build}
\`\`\``,
    },
  },
};
