/** The minimal content in English and Arabic: an article, its section and all that it names. */
export const twoLanguages = {
  'site.md': `---
name: The Harbour
tagline: News from the coast
url: https://harbour.example
lang: en-GB
languages: [en-GB, ar]
timeZone: Europe/London
publisher: { name: Harbour Press }
contact: desk@harbour.example
social: [https://social.example/harbour]
checks:
  never-recorded: { off: true, reason: Most tests are about other things. }
---

Who we are.
`,
  'site.ar.md': '---\nname: الميناء\ntagline: أخبار الساحل\ndigits: latn\n---\n\nمن نحن.\n',
  'authors/ada-reed.ar.md': '---\nname: آدا ريد\nrole: مراسلة\n---\n',
  'topics/weather.ar.md': '---\nname: الطقس\n---\n',
  'articles/storm/index.ar.md': anIndexInArabic(),
  'articles/storm/1-pier.ar.md': '---\ntitle: الرصيف\n---\n\nصمد كل لوح.\n',
};

/** The storm's `index.ar.md`: its keys with others added, and its lead. */
export function anIndexInArabic({ keys = '', translates = 1, lead = 'هدأت الريح عند الفجر.' } = {}): string {
  return `---
translates: ${translates}
translator: ليلى حداد
title: العاصفة تنحسر
standfirst: صمد الرصيف، وعادت العبّارات إلى الإبحار.
${keys.trim()}
---

${lead}
`;
}
