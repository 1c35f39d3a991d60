import { type ChildNode, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { NotedNames } from '@/lib/press/page/page-names.ts';
import { purgeCss } from '@/lib/press/page/purge-css.ts';

/** The part of a style sheet for a page with these elements and classes, each of them within all others. */
function left(css: string, ...names: string[]): string {
  return purgeCss(css, { has: (name) => names.includes(name), isWithin: () => true, hasWithout: () => true });
}

/** The part of a style sheet for a page. */
function leftFor(css: string, html: string): string {
  const names = new NotedNames();
  const noteAll = (nodes: readonly ChildNode[], around: ReadonlySet<string>): void => {
    for (const node of nodes) if (isTag(node)) noteAll(node.children, names.note(node, around));
  };
  noteAll(parseDocument(html).children, new Set());
  return purgeCss(css, names);
}

describe('A rule for what is within something else', () => {
  const html = `<html dir="rtl"><body class="page"><ul class="menu"><li><a class="who">a</a></li></ul>
    <div class="prose wide"><p>b<a>c</a></p></div></body></html>`;

  test.each([
    ['stays where it is', '.prose a{a:b}', '.prose a{a:b}'],
    ['stays for a child, and for what is deeper', '.menu>li,.menu>a{a:b}', '.menu>li,.menu>a{a:b}'],
    ['goes where it is elsewhere', '.prose ul{a:b}', ''],
    ['goes where a class of it is elsewhere', '.prose .who{a:b}', ''],
    ['goes where one of several around it is elsewhere', '.menu .prose a{a:b}', ''],
    ['goes with the selectors of its kind alone', '.prose ul,.prose p,.menu .wide{a:b}', '.prose p{a:b}'],
    ['asks nothing of siblings, which have the same around them', '.menu+.prose p{a:b}', '.menu+.prose p{a:b}'],
    ['goes where siblings are elsewhere', '.prose p+.who{a:b}', ''],
    ['goes where what is in a sibling is elsewhere', '.menu+.prose li{a:b}', ''],
    ['keeps of the alternatives those that are there', '.prose :is(ul,p){a:b}', '.prose :is(p){a:b}'],
    ['goes where no alternative is there', '.prose :is(ul,.who){a:b}', ''],
    ['lets an alternative begin further out', '.prose :is(.page p,.menu p){a:b}', '.prose :is(.page p){a:b}'],
    ['asks nothing of what alternatives are around it', ':is(.prose,.menu) a{a:b}', ':is(.prose,.menu) a{a:b}'],
    ['stays where its direction is', '[dir=rtl] .prose a{a:b}', '[dir=rtl] .prose a{a:b}'],
    ['stays where a state or a denial decides', '.prose:hover a:not(.menu a){a:b}', '.prose:hover a:not(.menu a){a:b}'],
    ['is not within itself', '.prose .prose{a:b}', ''],
    ['stays for what holds it', '.prose:has(>p a),.menu:has(li){a:b}', '.prose:has(>p a),.menu:has(li){a:b}'],
    ['goes for what holds something else', '.prose:has(li),.menu:has(.absent){a:b}', ''],
  ])('%s', (_what, css, expected) => {
    expect(leftFor(css, html)).toBe(expected);
  });

  test.each([
    ['goes where all that it is about is denied', '[dir=rtl]:not(:root,a){a:b}', ''],
    ['goes where all of a class are denied, in any order', ':not(a).who{a:b}.wide:not(.menu,.prose){a:b}', ''],
    ['goes where a denial names all classes of each', 'ul:not(.menu),div:not(.prose.wide){a:b}', ''],
    ['stays where one is left', 'a:not(.who),li:not(.who){a:b}', 'a:not(.who),li:not(.who){a:b}'],
    ['stays where a denial is about what none has', 'div:not(.prose.absent){a:b}', 'div:not(.prose.absent){a:b}'],
    [
      'stays where a denial depends on a state, an attribute or what is around',
      'ul:not(.menu:hover,ul[id],li ul){a:b}',
      'ul:not(.menu:hover,ul[id],li ul){a:b}',
    ],
    ['stays where anything else may be', ':not(.menu)>li{a:b}', ':not(.menu)>li{a:b}'],
    ['goes where what it is within is denied', 'ul:not(.menu) li{a:b}', ''],
    ['goes with alternatives that are denied', ':is(ul:not(.menu),p:not(.who)) a{a:b}', ':is(p:not(.who)) a{a:b}'],
    ['goes where the root is denied', ':root:not([dir=rtl]){a:b}', ''],
    ['stays where the root is not', ':root:not(.arabic){a:b}', ':root:not(.arabic){a:b}'],
    [
      'stays for a language of the page, also if it asks for less',
      ':lang(AR-iq) p,p:lang(ar){a:b}',
      ':lang(AR-iq) p,p:lang(ar){a:b}',
    ],
    ['goes for a language that the page has not', ':lang(fr) p,p:lang(ar-SY,"fa"){a:b}', ''],
    [
      'stays for any language in a script',
      'p:lang("*-Arab"),p:lang(fr,ar){a:b}',
      'p:lang("*-Arab"),p:lang(fr,ar){a:b}',
    ],
  ])('%s', (_what, css, expected) => {
    const page = html.replace('dir="rtl"', 'dir="rtl" lang="ar-IQ"').replace('class="who"', 'class="who" dir="rtl"');
    expect(leftFor(css, page)).toBe(expected);
  });

  test('is not that of a page which has the same names elsewhere', () => {
    const css = '.prose ul{a:b}';
    expect(leftFor(css, html)).toBe('');
    expect(leftFor(css, '<div class="prose"><ul></ul></div>')).toBe(css);
  });
});

describe('A rule', () => {
  test.each([
    ['of a class of the page stays', '.note{a:b}', '.note{a:b}'],
    ['of an element of the page stays', 'p{a:b}', 'p{a:b}'],
    ['of an element in capitals stays', 'P{a:b}', 'P{a:b}'],
    ['of an element and a class stays where the page has both', 'p.note{a:b}', 'p.note{a:b}'],
    ['of a class that needs escaping stays', '.print\\:w-1\\/2{a:b}', '.print\\:w-1\\/2{a:b}'],
    ['of every element stays', '*,:after{a:b}', '*,:after{a:b}'],
    ['of an absent class goes', '.absent{a:b}', ''],
    ['of an absent element goes', 'table{a:b}', ''],
    ['of a class is not that of the element with its name', '.p{a:b}', ''],
    ['of an element is not that of the class with its name', 'note{a:b}', ''],
    ['of a direction that something on the page has stays', '[dir="ltr"]{a:b}', '[dir="ltr"]{a:b}'],
    ['of a direction that nothing on the page has goes', '[dir=rtl]:not(:root){a:b}', ''],
    ['goes where one of its names is absent', 'p .absent{a:b}', ''],
    ['goes where an ancestor is absent', 'table>p{a:b}', ''],
    ['keeps of its selectors those that can match', 'table,p,.absent,.note a{a:b}', 'p,.note a{a:b}'],
  ])('%s', (_what, css, expected) => {
    expect(left(css, 'p', 'a', '.note', '.print:w-1/2', '[dir=ltr]')).toBe(expected);
  });
});

describe('What scripts and readers change is taken as found', () => {
  test.each([
    ['an attribute', '[data-theme=dark]{a:b}'],
    ['an attribute of an element', 'p[aria-current]{a:b}'],
    ['an id', '#absent{a:b}'],
    ['a state', 'p:hover{a:b}'],
    ['a pseudo-element', 'p::before{a:b}'],
    ['the inside of :not()', 'p:not(.absent){a:b}'],
    ['a sibling in :has()', 'p:has(+.absent){a:b}'],
    ['a state in :has()', 'p:has(:checked){a:b}'],
    ['a pseudo-class that css-tree has never heard of', 'p:target-current{a:b}'],
    ['a pseudo-element of a view transition', '::view-transition-old(root){a:b}'],
  ])('%s', (_what, css) => {
    expect(left(css, 'p')).toBe(css);
  });
});

describe('Of the alternatives in a selector', () => {
  test.each([
    ['those stay that can match', 'p:is(.note,.absent){a:b}', 'p:is(.note){a:b}'],
    ['none stays in :where() either that cannot', 'p:where(.absent,.note){a:b}', 'p:where(.note){a:b}'],
    ['one has to match: else the rule goes', 'p:is(.absent,table){a:b}', ''],
    ['each may be made of several parts', ':is(table p,.note p){a:b}', ':is(.note p){a:b}'],
    ['one may hold others', 'p:is(:where(.absent),:where(.note)){a:b}', 'p:is(:where(.note)){a:b}'],
    ['one may deny what is absent', 'p:is(:not(.absent),table){a:b}', 'p:is(:not(.absent)){a:b}'],
  ])('%s', (_what, css, expected) => {
    expect(left(css, 'p', '.note')).toBe(expected);
  });
});

describe('A block', () => {
  test.each([
    ['of a media query', '@media print{.absent{a:b}p{c:d}}', '@media print{p{c:d}}'],
    ['of a layer', '@layer base{.absent{a:b}p{c:d}}', '@layer base{p{c:d}}'],
    ['of a condition', '@supports (gap:1px){.absent{a:b}p{c:d}}', '@supports (gap:1px){p{c:d}}'],
    [
      'within others',
      '@layer base{@media print{@supports (gap:1px){.absent{a:b}p{c:d}}}}',
      '@layer base{@media print{@supports (gap:1px){p{c:d}}}}',
    ],
  ])('%s keeps what is used', (_what, css, expected) => {
    expect(left(css, 'p')).toBe(expected);
  });

  test('in which nothing is left goes, with the blocks around it', () => {
    expect(left('@media print{@supports (gap:1px){.absent{a:b}}}p{c:d}', 'p')).toBe('p{c:d}');
  });

  test('of a layer leaves its name, for that is where the layer gets its rank', () => {
    expect(left('@layer one{.absent{a:b}}@layer two{p{a:b}}@layer one{p{a:c}}', 'p')).toBe(
      '@layer one;@layer two{p{a:b}}@layer one{p{a:c}}',
    );
  });
});

describe('A custom property', () => {
  test.each([
    ['that is read stays', ':root{--a:1}p{b:var(--a)}', ':root{--a:1}p{b:var(--a)}'],
    ['that nothing reads goes', ':root{--a:1;b:c}', ':root{b:c}'],
    ['that only an absent element reads goes', ':root{--a:1}table{b:var(--a)}p{c:d}', 'p{c:d}'],
    ['that only an unread one reads goes', ':root{--a:var(--b);--b:var(--c);--c:1;d:e}', ':root{d:e}'],
    [
      'that is read by way of another stays',
      ':root{--a:var(--b);--b:var(--c);--c:1}p{d:var(--a)}',
      ':root{--a:var(--b);--b:var(--c);--c:1}p{d:var(--a)}',
    ],
    ['that stands in for another stays', 'p{--b:1;c:var(--a,var(--b))}', 'p{--b:1;c:var(--a,var(--b))}'],
    [
      'with letters of any language is read',
      'p{--größe:1;--b:var(--größe);c:var(--b)}',
      'p{--a:1;--b:var(--a);c:var(--b)}',
    ],
    ['that a transition names stays', 'p{--a:1;transition:--a 1s}', undefined],
    ['whose name needs escaping is read', 'p{--a\\:b:1;c:var(--a\\:b)}', 'p{--a:1;c:var(--a)}'],
    ['that a browser is asked to support stays', 'p{--a:1}@supports (--a:1){p{b:c}}', undefined],
    ['that a condition asks for stays', 'p{--a:1}@container style(--a:1){p{b:c}}', undefined],
    ['is read by a declaration that css-tree cannot parse', 'p{--a:1;!b:var(--a)}', undefined],
    ['keeps its name from another that begins alike', 'p{--a:1;--a-b:2;c:var(--a-b)}', 'p{--a:2;c:var(--a)}'],
    ['may be empty', 'p{--a: ;b:var(--a)}', undefined],
  ])('%s', (_what, css, expected = css) => {
    expect(left(css, 'p')).toBe(expected);
  });

  test.each([
    ['goes where it is declared and never read', 'p{--a:1;b:c}', 'p{b:c}', false],
    ['stays where it is read', 'p{--a:1;b:var(--a)}', 'p{--a:1;b:var(--a)}', true],
    ['stays where it is read and never declared: its first value counts', 'p{b:var(--a)}', 'p{b:var(--a)}', true],
  ])('that is registered %s', (_what, css, expected, stays) => {
    const property = '@property --a{syntax:"*";inherits:false;initial-value:solid}';

    expect(left(css + property, 'p')).toBe(stays ? expected + property : expected);
  });
});

describe('What no element decides stays', () => {
  test.each([
    ['the transition between pages', '@view-transition{navigation:auto}'],
    ['the margins of paper', '@page{margin:2cm}'],
    ['the margins of the first sheet', '@page :first{margin:0}'],
    ['a typeface', '@font-face{font-family:a;src:url(b)}'],
    ['the steps of an animation', '@keyframes a{from{b:c}50%{b:d}to{b:e}}'],
    ['the order of layers', '@layer theme,base;'],
    ['a rule whose selector css-tree cannot parse', 'p::{a:b}'],
  ])('%s', (_what, css) => {
    expect(left(css, 'p')).toBe(css);
  });
});

test('The host of a shadow tree is on no page', () => {
  expect(left(':root,:host{a:b}:host{c:d}', 'p')).toBe(':root{a:b}');
});

test('A prefix that no browser needs goes', () => {
  const css =
    'p{-webkit-text-decoration-color:red;text-decoration-color:red;-webkit-user-select:none;user-select:none}';
  expect(left(css, 'p')).toBe('p{text-decoration-color:red;-webkit-user-select:none;user-select:none}');
});

test('A declaration that a minifier wrote twice in a row stands once', () => {
  expect(left('p{a:b;a:b;a:b;c:d;a:b}', 'p')).toBe('p{a:b;c:d;a:b}');
});

describe('The cascade', () => {
  test('keeps its order', () => {
    expect(left('p{a:1}.absent{a:2}.note{a:3}@media print{p{a:4}}table{a:5}p{a:6}', 'p', '.note')).toBe(
      'p{a:1}.note{a:3}@media print{p{a:4}}p{a:6}',
    );
  });

  test.each([
    ['within the element', 'p:has(.note,.card){a:b}', '<p><b class="card">', '<p>'],
    ['a language', 'p:lang(fr,de){a:b}', '<p lang="de">', '<p>'],
    ['a name', 'p:is(.note,.card){a:b}', '<p class="card">', '<p>'],
    ['a denial', 'p:not(.note):not(.card){a:b}', '<p>', '<p class="note">'],
  ])('is that of the page also if an earlier page had another alternative: %s', (_what, css, first, second) => {
    expect(leftFor(css, first)).not.toBe('');
    expect(leftFor(css, second)).toBe('');
  });

  test('is the same for the same page, whatever other pages come between and whatever order its names have', () => {
    const css = 'p{a:b}a{c:d}.note{e:f}';

    expect([left(css, 'p', '.note'), left(css, 'a'), left(css, '.note', 'p', 'main')]).toEqual([
      'p{a:b}.note{e:f}',
      'a{c:d}',
      'p{a:b}.note{e:f}',
    ]);
  });
});
