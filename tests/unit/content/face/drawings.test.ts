import { describe, expect, test } from 'vitest';
import { checkSvg } from '@/lib/content/face/check-svg.ts';
import { aContentFolder, contentWith, problemLines } from '../../../support/content-folder.ts';

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 32 32"${attributes}>\n  ${inside}\n</svg>\n`;

describe('A drawing of a publication', () => {
  test('is taken as it is, with its size', () => {
    const logo = svg('<title>Harbour</title><path fill="#0b6e4f" d="M0 0h32v32H0z"/>').replace(
      '0 0 32 32',
      '0 0 96 32',
    );
    const icon = svg('<rect width="32" height="32"/>');
    const { site } = contentWith({ 'logo.svg': logo, 'icon.svg': icon });
    expect(site.logo).toEqual({ svg: logo, width: 96, height: 32 });
    expect(site.icon).toEqual({ svg: icon, width: 32, height: 32 });
  });

  test('is none where there is no file', () => {
    expect(contentWith({}).site).toMatchObject({ logo: undefined, icon: undefined });
  });

  test.each([
    ['shades of its own', '<linearGradient id="a"/><rect fill="url(#a)" style="stroke:url(#a)"/>'],
    ['parts of its own', '<use href="#a"/><use xlink:href="#a"/>'],
    ['a style sheet', '<style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style>'],
    ['a style sheet in CDATA', '<style><![CDATA[ path > a { fill: #fff } ]]></style>'],
    [
      'what its program notes',
      '<metadata/><sodipodi:namedview xmlns:sodipodi="http://sodipodi.example/dtd" pagecolor="#fff"/>',
    ],
    ['a comment', '<!-- <script>made with</script> -->'],
  ])('may have %s', (_what, inside) => {
    expect(checkSvg(svg(inside)).faults).toEqual([]);
  });

  test('may begin with an XML declaration', () => {
    expect(checkSvg(`<?xml version="1.0" encoding="UTF-8"?>\n${svg('')}`)).toMatchObject({
      faults: [],
      size: { width: 32 },
    });
  });

  test.each([
    ['a script', '<script>alert(1)</script>', 2, 3],
    ['a script of another case', '<SCRIPT>alert(1)</SCRIPT>', 2, 3],
    ['a script under a prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>', 2, 3],
    ['an attribute of an event', '<path d="M0 0"/><path onload="alert(1)"/>', 2, 19],
    ['an attribute of an event in capitals', '<path ONCLICK="alert(1)"/>', 2, 3],
    ['foreign content', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>', 2, 3],
    ['HTML', '<img xmlns="http://www.w3.org/1999/xhtml" alt=""/>', 2, 3],
    ['a link', '<a href="https://example.org"><path/></a>', 2, 3],
    ['a link that runs', '<a xlink:href="javascript:alert(1)"><path/></a>', 2, 3],
    ['a link that runs, written in references', '<a href="&#106;avascript:alert(1)"/>', 2, 3],
    ['a picture from elsewhere', '<image href="https://example.org/a.png"/>', 2, 3],
    ['a picture inside an address', '<image href="data:image/svg+xml,&lt;svg/&gt;"/>', 2, 3],
    ['a picture of this machine', '<image xlink:href="file:///etc/passwd"/>', 2, 3],
    ['a shade from elsewhere', '<path fill="url(https://example.org/#a)"/>', 2, 3],
    ['a shade from elsewhere in quotes', `<path style="fill: URL( 'b.svg#a' )"/>`, 2, 3],
    ['an import', '<style>@import "https://example.org/a.css";</style>', 2, 3],
    ['an import in CDATA', '<style><![CDATA[@import "a.css";]]></style>', 2, 3],
    ['an address in a style sheet', '<style>path { fill: url(//example.org) }</style>', 2, 3],
    ['an address that is escaped', '<style>path { fill: u\\72l(//example.org) }</style>', 2, 3],
    ['a set of pictures', `<style>path { fill: image-set('a.png' 1x) }</style>`, 2, 3],
    ['another base', '<g xml:base="https://example.org/"/>', 2, 3],
    ['an animation of an address', '<set attributeName="href" to="#a"/>', 2, 3],
    ['an animation of an address under a prefix', '<animate attributeName="xlink:href" values="#a"/>', 2, 3],
  ])('is refused with its place for %s', (_what, inside, line, column) => {
    const [fault, ...more] = checkSvg(svg(inside)).faults;
    expect(fault).toMatchObject({ kind: 'unsafe', line, column });
    expect(more.filter(({ kind }) => kind === 'invalid')).toEqual([]);
  });

  test.each([
    ['a document type', `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n${svg('<text>&a;</text>')}`],
    ['a document type alone', `<!DOCTYPE svg>\n${svg('')}`],
    ['a style sheet of XML', `<?xml-stylesheet href="https://example.org/a.css"?>\n${svg('')}`],
    ['an event of the whole', svg('', ' onload="alert(1)"')],
  ])('is refused for %s', (_what, text) => {
    expect(checkSvg(text).faults[0]).toMatchObject({ kind: 'unsafe', line: 1 });
  });

  test.each([
    ['an element that is not closed', svg('<g>'), 3],
    ['an attribute without quotes', svg('<g id=a/>'), 2],
    ['HTML', '<!-- a --><html></html>', 1],
    ['a picture of another kind', 'GIF89a', 1],
    ['an SVG without its namespace', '<svg viewBox="0 0 1 1"/>', 1],
    ['nothing', '', 1],
  ])('is refused as no SVG: %s', (_what, text, line) => {
    expect(checkSvg(text).faults[0]).toMatchObject({ kind: 'invalid', line });
  });
});

describe('An editor is told of', () => {
  test.each([
    [
      'a script in the logo',
      { 'logo.svg': svg('<script/>') },
      /^content\/logo\.svg:2:3 {2}error {2}svg-unsafe {2}<script> is not allowed/,
    ],
    [
      'a logo without a size',
      { 'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      /^content\/logo\.svg:1:1 {2}error {2}svg-invalid .*viewBox/,
    ],
    [
      'an icon that is no square',
      { 'icon.svg': svg('').replace('0 0 32 32', '0 0 64 32') },
      /^content\/icon\.svg:1:1 {2}error {2}svg-invalid {2}"icon\.svg" is 64 wide and 32 high/,
    ],
    [
      'a logo that is too large',
      { 'logo.svg': svg(`<path d="${'M0 0'.repeat(40_000)}"/>`) },
      /svg-invalid {2}"logo\.svg" has 160,\d+ characters/,
    ],
    [
      'a folder in the place of the icon',
      { 'icon.svg/a.txt': 'a' },
      /^content\/icon\.svg:1:1 {2}error {2}file-unreadable/,
    ],
  ])('%s', (_what, files, line) => {
    expect(problemLines(aContentFolder(files))).toEqual(expect.arrayContaining([expect.stringMatching(line)]));
  });
});
