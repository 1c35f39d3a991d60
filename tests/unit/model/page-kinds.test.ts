import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { membersOf, type PagedSite, pageKinds, pageRoutes, routeOf } from '@/lib/model/page-kinds.ts';

const site: PagedSite = {
  articles: [{ slug: 'storm', versions: 2 }, ...Array.from({ length: 45 }, (_, n) => ({ slug: `a${n}`, versions: 0 }))],
  moved: [{ slug: 'gale', versions: 2 }],
  expired: [{ slug: 'drought' }],
  authors: [{ id: 'ada', aliases: ['ada-reed'], articles: 46 }],
  topics: [{ id: 'sea', aliases: ['ocean'], articles: 3 }],
  series: [{ id: 'bridges', aliases: ['arches'], articles: 3 }],
  pages: [{ id: 'contact' }],
  redirects: [{ from: '/2019/gale.php' }],
  hasGlossary: false,
  hasCorrections: true,
};

describe('The table of pages', () => {
  test('says where every page of a site is', () => {
    const routes = [...pageRoutes(site)].filter((route) => !/^\/articles\/a\d+\//.test(route));
    expect(routes).toEqual([
      '/',
      '/page/1/',
      '/about/',
      '/search/',
      '/articles/storm/',
      '/articles/gale/',
      '/articles/drought/',
      '/articles/storm/versions/',
      '/articles/gale/versions/',
      '/articles/storm/versions/1/',
      '/articles/storm/versions/2/',
      '/articles/gale/versions/1/',
      '/articles/gale/versions/2/',
      '/corrections/',
      '/topics/sea/',
      '/topics/ocean/',
      '/authors/ada/',
      '/authors/ada-reed/',
      '/authors/ada/page/1/',
      '/series/bridges/',
      '/series/arches/',
      '/contact/',
      '/former-paths/LzIwMTkvZ2FsZS5waHA/',
    ]);
  });

  test('has a route of the app for each kind, and a kind for each route', () => {
    const whole = { ...site, hasGlossary: true, topics: [{ id: 'sea', aliases: ['ocean'], articles: 41 }] };
    const patterns = (Object.keys(pageKinds) as (keyof typeof pageKinds)[]).map((kind) => {
      const [params] = membersOf(kind, whole);
      if (!params) throw new Error(`no page of the kind ${kind}`);
      return Object.entries(params).reduce(
        (route, [name, value]) => route.replace(`/${value}/`, `/[${name}]/`),
        routeOf(kind, params as never),
      );
    });
    const routes = globSync('app/**/page.tsx').map((file) => `/${file.slice('app/'.length, -'page.tsx'.length)}`);
    expect(new Set(patterns)).toEqual(new Set(routes));
  });
});
