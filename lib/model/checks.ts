/** How serious a problem is: an error keeps an article from being published; a warning is a matter of judgement. */
export type Severity = 'error' | 'warning';

/** A check, as docs/checks.md presents it. */
type Check = {
  severity: Severity;
  /** What it finds and why that matters, in a sentence or two for editors. */
  about: string;
  /** The languages in which it can be made; all if they are omitted. */
  languages?: readonly string[];
};

/**
 * Every check of the content by its code, in the order in which docs/checks.md lists them. Codes never change: editors
 * search for them, and `checks` in site.md names them.
 */
export const checks = {
  'content-missing': {
    severity: 'error',
    about: 'The content folder is not where the command looks for it, or is empty.',
  },
  'file-unreadable': { severity: 'error', about: 'A file that must be there is missing, or cannot be read.' },
  'file-name': {
    severity: 'error',
    about: 'The name of a file or a folder says nothing of what it is. Names make addresses and ids.',
  },
  'folder-misspelt': {
    severity: 'error',
    about: 'A folder of texts has nearly the name of a folder of content. Nothing in it is read.',
  },
  'index-missing': { severity: 'error', about: 'The folder of an article has no `index.md`.' },
  'link-outside': {
    severity: 'error',
    about:
      'A link, of the file system or in a text, leads out of the content folder, which is all that a site is made of.',
  },
  'not-utf8': { severity: 'error', about: 'A file is saved in another encoding than UTF-8.' },
  'control-character': { severity: 'error', about: 'A file has an invisible control character in it.' },
  'byte-order-mark': {
    severity: 'error',
    about:
      'There is a byte-order mark inside a text, most often since two files were put together. It may begin a file.',
  },
  'conflict-marker': { severity: 'error', about: 'A merge conflict of git was left in a file.' },
  'text-too-long': {
    severity: 'error',
    about:
      'A text has more characters or lines than a page can have: 400,000 characters or 20,000 lines in a file, twice that in an article. Front matter may have 100,000 characters, and 5,000 lines and commas.',
  },
  'text-too-dense': {
    severity: 'error',
    about:
      'A text has so many signs of Markdown that parsing it would take minutes: more than 20,000, a paragraph of thousands, 3,000 lines that begin with one, or 10,000 cells of tables.',
  },
  'nesting-too-deep': {
    severity: 'error',
    about: 'Lists, quotations, notes or keys are more than 20 levels deep in each other.',
  },

  'front-matter-not-yaml': { severity: 'error', about: 'A file does not begin with front matter in YAML.' },
  'front-matter-open': { severity: 'error', about: 'The front matter of a file has no line of `---` at its end.' },
  'yaml-invalid': { severity: 'error', about: 'The front matter is not valid YAML, or has a key twice.' },

  'text-lost': {
    severity: 'error',
    about:
      'YAML or Markdown reads a part of a text as something else, and readers would not see it: in a key what follows ` #`, and `&word` or `!` at the beginning; in a text `[Update]: Closed`, which is the address of a link, what follows a comment that is not closed where it should be, words after the signs that begin code, a `#` alone at the end of a heading, and years that became the numbers of a list, as in `1986.` and `1988.`, which is shown as 1987.',
  },
  'key-missing': { severity: 'error', about: 'A required key is missing.' },
  'key-unknown': { severity: 'error', about: 'There is no such key here; most often it is misspelt.' },
  'value-empty': { severity: 'error', about: 'A key has an empty text.' },
  'value-type': { severity: 'error', about: 'A key has the wrong type of value, such as a number for a text.' },
  'value-unknown': { severity: 'error', about: 'A key has a value that is none of those it may have.' },
  'value-format': {
    severity: 'error',
    about: 'A value is not an id, address or e-mail address where one is expected.',
  },
  'value-too-long': { severity: 'error', about: 'A text or a list is longer than it may be.' },
  'value-too-short': { severity: 'error', about: 'A list is shorter than it must be.' },
  'value-out-of-range': { severity: 'error', about: 'A number is larger or smaller than it can be.' },
  'value-invalid': { severity: 'error', about: 'A value breaks a rule of its own, which the message gives.' },
  'bidi-unpaired': {
    severity: 'error',
    about:
      'An invisible mark turns the direction of the text and is not closed in its paragraph. Text after it may be shown in another order than it is written.',
  },
  'listed-twice': { severity: 'error', about: 'A list names the same thing twice.' },

  'date-invalid': { severity: 'error', about: 'A text is not an unambiguous date.' },
  'date-impossible': { severity: 'error', about: 'A date or a time does not exist.' },
  'date-without-time': { severity: 'error', about: 'There is a day where an instant is needed.' },
  'date-without-offset': {
    severity: 'error',
    about: 'A date and time has no UTC offset, so that it would mean another instant on another machine.',
  },
  'date-order': {
    severity: 'error',
    about: 'An article expires, is retracted or stops being pinned before it is published.',
  },
  'timeline-order': { severity: 'error', about: 'A timeline has an entry after one that happened later.' },

  'contrast-low': {
    severity: 'error',
    about: 'A colour of `look` in site.md has too little contrast with the background for text in it (WCAG 2.2).',
  },
  'svg-unsafe': {
    severity: 'error',
    about:
      '`logo.svg` or `icon.svg` could run something or fetch something from elsewhere: a script, an attribute of an event, foreign content, a document type, or a reference to what is not in the file.',
  },
  'svg-invalid': {
    severity: 'error',
    about:
      '`logo.svg` or `icon.svg` is not a well-formed SVG, does not say its size or is too large, or the icon is not square.',
  },
  'font-unusable': {
    severity: 'error',
    about: '`look.fonts` names a file that is missing, too large or not a WOFF2 font.',
  },
  'menu-unknown': {
    severity: 'error',
    about: '`navigation` or `footer` in site.md names a page or a topic that does not exist.',
  },
  'page-name-taken': {
    severity: 'error',
    about: 'A page of `pages/` has the name of something on the site itself.',
  },
  'language-unknown': { severity: 'error', about: 'The interface does not support the language of the site.' },
  'translation-language': {
    severity: 'error',
    about:
      'The name of a file has a language that is none of those of the publication, or the first, which no name has.',
  },
  'key-of-original': {
    severity: 'error',
    about: 'A translation says what is said once for all languages: a date, a place, an address, a picture.',
  },
  'translation-alone': {
    severity: 'error',
    about: 'A translation belongs to nothing: its article, its section or its text is not in the original.',
  },
  'translates-unknown': {
    severity: 'error',
    about: '`translates` names a version of the original that is not recorded.',
  },
  'translation-count': {
    severity: 'error',
    about: 'A list of a translation has more or fewer entries than that of the version which it translates.',
  },
  'translation-missing': {
    severity: 'error',
    about: 'An article in a language names an author, a topic or a place that has no text in that language.',
  },
  'check-unknown': { severity: 'error', about: '`checks` in site.md names a check that does not exist.' },
  'check-required': { severity: 'error', about: '`checks` in site.md turns an error off. Only warnings can be.' },
  'author-unknown': { severity: 'error', about: 'An article names an author who has no file.' },
  'topic-unknown': { severity: 'error', about: 'An article names a topic that has no file.' },
  'series-unknown': { severity: 'error', about: 'An article names a series that has no file.' },
  'article-unknown': {
    severity: 'error',
    about: '`related` names an article that has no folder, or the article itself.',
  },
  'place-unknown': { severity: 'error', about: 'A map names a place that has no file in the glossary.' },
  'place-without-position': {
    severity: 'error',
    about: 'A map names a glossary entry that is not a place, or has no latitude and longitude.',
  },
  'country-unknown': {
    severity: 'error',
    about:
      'A map emphasises a country that the atlas does not know by this name, or a name that several countries have. [Countries](countries.md) lists all names.',
  },
  'border-none': { severity: 'error', about: 'A map emphasises two countries that share no border.' },
  'position-half': { severity: 'error', about: 'A place has a latitude without a longitude, or the other way round.' },
  'key-of-places': {
    severity: 'error',
    about:
      'A person or an organisation of the glossary has a latitude, a longitude or `capital`, which only places have.',
  },
  'name-twice': { severity: 'error', about: 'Two entries of the glossary share a name or an alias.' },
  'section-unknown': {
    severity: 'error',
    about: 'A key point or a timeline entry names a section that does not exist.',
  },
  'section-id-twice': { severity: 'error', about: 'Two sections of an article share an id or a former id.' },
  'section-id-reserved': {
    severity: 'error',
    about:
      'A section, or an entry of the glossary, has an id that its page needs for itself, so that links would lead to the wrong place.',
  },
  'section-number-twice': { severity: 'error', about: 'Two sections of an article have the same number.' },
  'slug-twice': { severity: 'error', about: 'A former slug is taken by another article.' },
  'id-twice': { severity: 'error', about: 'A former id of an author, a topic or a series is taken by another one.' },

  unrecorded: {
    severity: 'error',
    about:
      'Readers saw a different text from the one in the files now, and the change is not recorded. Drafts and embargoed articles may change freely.',
  },
  'change-pending': {
    severity: 'error',
    about:
      'The key `change` says how a text has changed that readers know, and no version has recorded it yet. They see the new text when it is recorded.',
  },
  'change-unfit': {
    severity: 'error',
    about: 'What the key `change` says does not fit the change, so that it cannot be recorded.',
  },
  'change-idle': {
    severity: 'warning',
    about: 'The key `change` is there, and the text is that of the latest version.',
  },
  'record-required': {
    severity: 'error',
    about:
      'A published article has no recorded version, and `site.md` has `record: required`. Without a record nobody can tell when its text changes.',
  },
  'section-gone': {
    severity: 'error',
    about: 'A section that readers saw is gone, and its id leads nowhere.',
  },
  'address-gone': {
    severity: 'error',
    about:
      'An article, an author, a topic, a series, a page or a former path had readers and is gone, so that its address leads nowhere. Found by `npm run check -- --since <ref>`.',
  },
  unpublished: {
    severity: 'error',
    about:
      'An article had readers and is hidden from them again, as a draft or until an instant in the future. Found by `npm run check -- --since <ref>`.',
  },
  'version-gone': {
    severity: 'error',
    about: 'A version that readers had is gone from the record. Found by `npm run check -- --since <ref>`.',
  },
  'version-rewritten': {
    severity: 'error',
    about:
      'A version has other words than readers saw, and not because some were removed for a reason that it names. Found by `npm run check -- --since <ref>`.',
  },
  'version-missing': { severity: 'error', about: 'The versions of an article have a gap.' },
  'version-digest': {
    severity: 'error',
    about:
      'The words of a version are not those that were recorded: each version names the SHA-256 of the words of the one before. Notes and kinds may change; `--redact` of `npm run revise` removes what must go.',
  },
  'version-number': { severity: 'error', about: 'A version has another number than its file.' },
  'version-kind': { severity: 'error', about: 'A version after the first is a publication, or the first is not.' },
  'version-body': { severity: 'error', about: 'The file of a version is not what `npm run revise` wrote.' },
  'correction-passage': {
    severity: 'error',
    about: 'A correction quotes a passage that is not in the version before it, or not in its own.',
  },

  'source-twice': { severity: 'error', about: 'Two sources of an article have the same id.' },
  'source-unknown': { severity: 'error', about: 'A text cites what is neither a source of its article nor a note.' },
  'note-twice': { severity: 'error', about: 'Two notes of one file have the same label; readers would see the first.' },
  'note-like-source': {
    severity: 'error',
    about: 'A note has the id of a source, so that the source is not what the text cites.',
  },
  'note-empty': { severity: 'error', about: 'A note has a label and no text.' },
  'note-uncited': {
    severity: 'error',
    about: 'A note is written, and nothing in the text mentions it. No page shows it.',
  },
  'note-misplaced': { severity: 'error', about: 'There is a note in a text whose page has no list of notes.' },

  'heading-level': { severity: 'error', about: 'A heading begins too high, or skips a level.' },
  'heading-misplaced': { severity: 'error', about: 'There is a heading in a text that may have none.' },
  'block-open': {
    severity: 'error',
    about: 'A code block or a comment never ends, and swallows the rest of the file.',
  },
  'directive-unknown': {
    severity: 'error',
    about: 'A directive, such as `:plain[words]`, has an unknown name.',
  },
  'raw-html': { severity: 'error', about: 'There is HTML in a text. Pages never show it.' },
  'cells-lost': {
    severity: 'error',
    about: 'A row of a table has more cells than its first row. Readers would not see them.',
  },
  'comment-as-text': {
    severity: 'error',
    about:
      'A comment to editors is shown to readers: it never ends in its paragraph, has a dash instead of `--`, is in a key, or is written as in other programs (`%% … %%`, `{>> … <<}`, `/* … */`). Once published, it cannot be taken back.',
  },
  'emphasis-by-chance': {
    severity: 'error',
    about: 'Signs inside a word or a number, as in `5*3*2`, have become emphasis, so that readers do not see them.',
  },
  'picture-missing': { severity: 'error', about: 'There is no such file beside the text. Capitals count.' },
  'picture-outside': { severity: 'error', about: 'A picture is in another folder than the text that shows it.' },
  'picture-remote': {
    severity: 'error',
    about: 'A picture is on another site. Pages load nothing from other sites.',
  },
  'picture-svg': { severity: 'error', about: 'A picture is an SVG, which can hold scripts.' },
  'picture-format': { severity: 'error', about: 'A picture is neither JPEG nor PNG, WebP or AVIF.' },
  'picture-too-large': { severity: 'error', about: 'A picture has more than 50 megabytes or 100 million pixels.' },
  'picture-broken': {
    severity: 'error',
    about:
      'A picture cannot be decoded, or is a PNG, WebP or AVIF that its metadata turns on its side. Files that are not pictures at all, such as Git LFS pointers, are reported as what they are.',
  },
  'picture-inline': { severity: 'error', about: 'A picture is inside a sentence, a heading or a link.' },
  'picture-misplaced': { severity: 'error', about: 'A picture is neither in the lead nor in a section.' },
  'picture-alt-missing': { severity: 'error', about: 'A picture has no description for people who cannot see it.' },
  'picture-credit-missing': { severity: 'error', about: 'A picture does not say who made it.' },
  'link-address': {
    severity: 'error',
    about: 'A link has an address that a page may not link to, such as `javascript:` or one that begins with `//`.',
  },
  'link-broken': { severity: 'error', about: 'A link leads to no page of the site, or to no part of its page.' },
  'link-file': { severity: 'error', about: 'A link leads to no file of the content, or to one that is no page.' },

  'never-recorded': {
    severity: 'warning',
    about:
      'A published article has no recorded version: nobody can tell when its text changes. With `record: required` in `site.md` this is an error, `record-required`.',
  },
  'redirect-path': {
    severity: 'error',
    about: '`redirects.md` names a former path that cannot be one, or that no host can redirect.',
  },
  'redirect-taken': {
    severity: 'error',
    about: '`redirects.md` names a former path at which this site has a page or a file, or names it twice.',
  },
  'pick-hidden': {
    severity: 'warning',
    about:
      '`related` or `front.md` names an article that readers cannot see (a draft, or one that was taken down), so it is left out.',
  },
  'pin-over': {
    severity: 'warning',
    about: 'An article was pinned to the front page until an instant that is past.',
  },
  'file-passed-over': {
    severity: 'warning',
    about:
      'A file or a folder is not content, and no page is made from it. Files that programs leave behind, such as `.DS_Store`, and empty folders are silently ignored.',
  },
  'headline-long': {
    severity: 'warning',
    about: 'A headline has more than 70 characters. Lists and search engines cut it off.',
  },
  'standfirst-long': { severity: 'warning', about: 'A standfirst has more than 200 characters.' },
  'link-as-text': {
    severity: 'warning',
    about:
      'Brackets and addresses are shown where a link or a picture was meant: `[a] (address)`, `(a)[address]`, `[[a]]`, `[a][label]` without such a label, a bracket that is missing, a space or curly quotes in an address, or an address by itself. `[sic]` and `[…]` are ignored.',
  },
  'link-empty': {
    severity: 'warning',
    about: 'A link has no words, or an address is written down for a link that no text has, so that nobody sees it.',
  },
  'note-as-text': {
    severity: 'warning',
    about:
      'Brackets are shown where a note was meant: `^[note]`, `[^a label]` with a space, `[1]` at the end of a word or a sentence, and any note in a key.',
  },
  'emphasis-as-text': {
    severity: 'warning',
    about:
      'Signs of emphasis are shown: with spaces inside, as in `** bold **`, without the second sign, in a key, or beside quotation marks and letters between which Markdown cannot tell where emphasis begins. Marks of notes that are made by hand, as in `1,200**`, are ignored.',
  },
  'heading-as-text': {
    severity: 'warning',
    about: 'A heading has no ordinary space after its signs, as in `###Heading`, or more signs than there are levels.',
  },
  'list-as-text': {
    severity: 'warning',
    about:
      'Lines that begin with `•`, `–`, `a)`, with a sign or a number without a space, or with a number that is not 1 right after a line of text, are not a list: readers see one paragraph. Conversations and quotations are ignored.',
  },
  'list-number': {
    severity: 'warning',
    about:
      'A paragraph that begins with a number and a full stop, such as `1986.`, became a list of one, or an item is shown with another number than it was written with. Items that all have the same number are counted on.',
  },
  'table-as-text': {
    severity: 'warning',
    about:
      'Rows of a table are shown as text: without a row of `---` of as many cells, or with tabs between the cells.',
  },
  'template-as-text': {
    severity: 'warning',
    about:
      'Signs that mean something to another program are shown: `{{< … >}}`, `{% … %}`, `[caption]`, `[!NOTE]`, `:::note`, `{#id}`.',
  },
  'paragraph-as-code': {
    severity: 'warning',
    about:
      'A paragraph of sentences is shown as code, since four spaces or a tab are before it. Code between two lines of ``` is ignored.',
  },
  'paragraph-long': {
    severity: 'warning',
    about: 'A paragraph has more than 120 words: more than fills the screen of a phone.',
  },
  'section-long': {
    severity: 'warning',
    about: 'A section, or the lead, has more than 600 words without a title that says what comes.',
  },
  'sentence-long': { severity: 'warning', about: 'A sentence has more than 45 words.' },
  'year-unlikely': {
    severity: 'warning',
    about:
      'A year is unlikely: an article under embargo for more than a year or from before 1600, a source from more than five years after its article, an event from more than a hundred.',
  },
  'offset-unlikely': {
    severity: 'warning',
    about:
      'A time of publication or expiry has an offset that the zone of the site has in another season. Write `Z` if you mean UTC.',
  },
  'position-unlikely': {
    severity: 'warning',
    about: 'A place is not in its country, and would be with latitude and longitude swapped, or with the other sign.',
  },
  'translation-behind': {
    severity: 'warning',
    about:
      'The original of a translation has been updated or corrected since the version that was translated. Minor versions do not count.',
  },
  'translation-incomplete': {
    severity: 'warning',
    about:
      'A translation has no text for something that its original has. Readers get it in the language of the original, or not at all.',
  },
  'picture-unused': { severity: 'warning', about: 'A picture is beside an article, and no text of it shows it.' },
  'source-uncited': { severity: 'warning', about: 'A source is listed, and nothing in the text cites it.' },
  'source-no-url': {
    severity: 'warning',
    about:
      'A source has no address at which readers can look it up. An interview needs none. Where sources are not on the web, turn this off in site.md.',
  },
  'quotation-unattributed': {
    severity: 'warning',
    about:
      'A paragraph quotes four words or more, and does not say whose they are. It does where, outside of the quotation marks, it has a note or a source, a person or an organisation of the glossary, "according to", or a verb of saying that is not passive. A paragraph that goes on with a quotation, or follows one that ends with a colon, belongs to the one before. Quotations set apart with `>` are not checked.',
    languages: ['en'],
  },
  'acronym-unexplained': {
    severity: 'warning',
    about:
      'A word of two to six capitals is not explained anywhere: neither as `Full Name (FN)` in the article nor as a name or an alias in the glossary.',
    languages: ['en'],
  },
  'word-twice': {
    severity: 'warning',
    about: 'A word is repeated. Names (Duran Duran) and words that may, such as "that that", are ignored.',
    languages: ['en'],
  },
  'straight-quotes': {
    severity: 'warning',
    about: 'There are straight quotation marks or apostrophes where a page sets “…” and ’.',
    languages: ['en'],
  },
  'double-space': { severity: 'warning', about: 'There are two or more spaces between two words.' },
  'text-empty': {
    severity: 'warning',
    about:
      'An article without sections, a section, or an entry of the glossary has no text. A lead may be empty where sections follow.',
  },
  'heading-empty': { severity: 'warning', about: 'A heading has no words.' },
  'template-text': {
    severity: 'warning',
    about:
      'A text stands in for one that is to come: what `npm run new` wrote to show what belongs there, `TK` or `TBD` for a key, “Lorem ipsum”.',
  },
  'letter-broken': {
    severity: 'warning',
    about:
      'A wrong conversion has broken letters: one was lost (U+FFFD), UTF-8 was read as another encoding, as in `CafÃ©` and `donâ€™t`, or signs are left as programs write them, as in `&amp;amp;`, `\\u2019` and `=E2=80=99`.',
  },
  'entity-in-key': {
    severity: 'warning',
    about:
      'Front matter has a character reference or a tag of HTML, such as `&amp;` or `<em>`, and readers would see it written out.',
  },
  'invisible-in-name': {
    severity: 'warning',
    about:
      'A title or a name has an invisible sign, such as a soft hyphen or a zero-width space, so searches do not find it. The joiners of Persian, Urdu and emoji are allowed.',
  },
  'alt-empty': {
    severity: 'warning',
    about:
      'The description of a picture is "Photo", the name of its file or the like, and says nothing of what it shows.',
  },
  'link-text': {
    severity: 'warning',
    about:
      'The words of a link say nothing of where it leads: "here", "read more", or the bare address. People who listen to a list of a page’s links hear nothing else.',
    languages: ['en', 'ar'],
  },
  'link-http': { severity: 'warning', about: 'A link leads to another site over http, which is not encrypted.' },
} as const satisfies Record<string, Check>;

/** The stable name of a check. */
export type CheckCode = keyof typeof checks;

/** Whether a text is the code of a check. */
export function isCheckCode(text: string): text is CheckCode {
  return Object.hasOwn(checks, text);
}

/** Whether a check can be made in the language of a site. */
export function speaks(code: CheckCode, lang: string): boolean {
  const { languages }: Check = checks[code];
  return languages === undefined || languages.includes(new Intl.Locale(lang).language);
}

/** Whether what a check finds is an error or a warning. */
export function severityOf(code: CheckCode): Severity {
  return checks[code].severity;
}
