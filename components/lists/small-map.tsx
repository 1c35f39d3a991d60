import type { SmallMap as Drawn } from '@/lib/map/small-map.ts';

/** A small map in a list. It is hidden from screen readers, because the headline beside it says what the article is about. */
export function SmallMap({ map: { viewBox, paths, outlined } }: { map: Drawn }) {
  return (
    <svg className="map" viewBox={viewBox} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path className={outlined.land ? 'land edge' : 'land'} d={paths.land} />
      {paths.home !== '' && <path className={outlined.home ? 'home edge' : 'home'} d={paths.home} />}
      {paths.edges !== '' && <path className="edge" d={paths.edges} />}
      {paths.border !== '' && <path className="line" d={paths.border} />}
      <path className="line spot" d={paths.spots} />
    </svg>
  );
}
