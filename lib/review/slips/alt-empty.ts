import type { Image } from 'mdast';
import { frontMatterStrings } from '../../content/files/front-matter-strings.ts';
import { nodesOf } from '../../markdown/nodes-of.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Words that say only that there is a picture, in any language that an editor may write. */
const sayNothing = new Set([
  ...['photo', 'photograph', 'picture', 'image', 'img', 'pic', 'map', 'graphic', 'graph', 'chart', 'diagram'],
  ...[
    'illustration',
    'drawing',
    'screenshot',
    'figure',
    'logo',
    'icon',
    'alt',
    'alt text',
    'untitled',
    'todo',
    'tbd',
    'xxx',
  ],
  ...[
    'a photo',
    'a photograph',
    'a picture',
    'an image',
    'a map',
    'the picture',
    'the photo',
    'the map',
    'locator map',
  ],
  ...['صورة', 'الصورة', 'صوره', 'خريطة', 'الخريطة', 'رسم', 'رسم بياني'],
  ...['bild', 'foto', 'karte', 'grafik', 'imagen', 'imagem', 'mapa', 'carte', 'immagine', 'عکس', 'تصویر', 'نقشه'],
]);

/** File names that cameras, phones and systems give. */
const ofCamera =
  /^(img|dsc[fn]?|dcim|pxl|p\d{3}|screenshot|screen shot|photo|image|picture|whatsapp image)[\s_-]*([\d\s_.()-]|at|um|à)*\d[\d\s_.()-]*$/i;

/** Reports descriptions of pictures that do not say what they show. */
export const altEmpty: TextCheck = () => (tree, file) => {
  const { frontMatter } = settingsOf(file);
  for (const { alt, url, position } of nodesOf(tree, 'image') as Image[]) {
    const place = position?.start ?? { line: 1, column: 1 };
    if (alt?.trim() && isEmpty(alt, url)) leave(file, 'alt-empty', place, messageFor(alt));
  }
  const texts = frontMatterStrings(frontMatter);
  const lead = (key: string) => texts.find(({ path }) => path.length === 2 && path[0] === 'picture' && path[1] === key);
  const alt = lead('alt');
  if (alt && isEmpty(alt.text, lead('image')?.text ?? '')) {
    leave(file, 'alt-empty', frontMatter.placeOf(alt.path), messageFor(alt.text));
  }
};

function isEmpty(alt: string, file: string): boolean {
  const words = alt
    .normalize()
    .trim()
    .toLowerCase()
    .replace(/[.!:…]+$/u, '');
  if (words === '') return false;
  const name = file.normalize().toLowerCase().replaceAll('%20', ' ').replace(/^\.\//, '');
  const stem = name.replace(/\.\w+$/, '');
  const isFile =
    words === name ||
    (words === stem && /[\d_-]/.test(stem)) ||
    /\.(jpe?g|png|webp|avif|gif|svg|heic|tiff?)$/.test(words);
  return sayNothing.has(words) || isFile || ofCamera.test(words);
}

function messageFor(alt: string): string {
  return `"${alt.trim()}" says nothing to people who cannot see the picture. Say in a sentence what it shows.`;
}
