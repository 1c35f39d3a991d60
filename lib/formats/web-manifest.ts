import { paletteOf } from '../model/look/colors.ts';
import type { Site } from '../model/model.ts';
import { urlsOf } from '../model/urls.ts';
import { jsonText } from './json-text.ts';

/** The manifest for adding the site to a device's home screen (W3C, Web Application Manifest). */
export function webManifest(site: Site): string {
  const { name, tagline, lang, dir } = site;
  const { paper } = paletteOf(site);
  const urls = urlsOf(site);
  const icon = (file: string, size: number, purpose: 'any' | 'maskable' = 'any') => {
    return { src: urls.shared(`/${file}`), sizes: `${size}x${size}`, type: 'image/png', purpose };
  };
  return jsonText({
    name,
    short_name: name,
    description: tagline,
    lang,
    dir,
    id: urls.home,
    start_url: urls.home,
    scope: urls.home,
    display: 'minimal-ui',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [
      { src: urls.icon, sizes: 'any', type: 'image/svg+xml' },
      icon('icon-192.png', 192),
      icon('icon-512.png', 512),
      icon('icon-maskable.png', 512, 'maskable'),
    ],
  });
}
