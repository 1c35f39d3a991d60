// biome-ignore-all lint/a11y/noSvgWithoutTitle: the outer drawing has a name, and what is nested in it are its parts.
import { Fragment } from 'react';
import type { Picture } from '@/lib/content/model.ts';
import { describeMap } from '@/lib/context/describe-map.ts';
import type { LocatorMap as Drawn } from '@/lib/context/draw-map.ts';
import type { DrawnForm, DrawnText } from '@/lib/context/drawn-form.ts';
import { lineHeight } from '@/lib/context/map-text.ts';
import type { Words } from '@/lib/languages/words.ts';

type Props = {
  map: Drawn;
  picture: Pick<Picture, 'alt' | 'caption' | 'credit'>;
  /** Whether it stands for an article in a list, without caption and credit. */
  isBare?: boolean;
  lang: string;
  words: Pick<Words, 'map'>;
};

/** The locator map of an article, in a form for narrow and one for wide figures, of which the style sheet shows one. */
export function LocatorMap({ map, picture: { alt, caption, credit }, isBare = false, lang, words }: Props) {
  const { forms, outlined, paths } = map;
  return (
    <figure className="locator">
      <svg className="map" role="img" aria-label={alt} aria-describedby="map_text">
        <svg className="map-s" viewBox={forms.narrow.viewBox}>
          <g id="map_land">
            <path className={outlined.land ? 'land edge' : 'land'} d={paths.land} />
            <path className={outlined.home ? 'home edge' : 'home'} d={paths.home} />
            <path className="edge" d={paths.edges} />
            <path className="line" d={paths.border} />
          </g>
        </svg>
        <svg className="map-l" viewBox={forms.wide.viewBox}>
          <use href="#map_land" />
        </svg>
        <Labels className="map-s" form={forms.narrow} />
        <Labels className="map-l" form={forms.wide} />
      </svg>
      <p className="hidden-text" id="map_text">
        {describeMap(map, lang, words.map)}
      </p>
      {!isBare && (
        <figcaption>
          {caption !== undefined && (
            <>
              {caption} <br />
            </>
          )}
          {words.map.credit(credit)}
        </figcaption>
      )}
    </figure>
  );
}

function Labels({ className, form: { countries, places, scale } }: { className: string; form: DrawnForm }) {
  return (
    <g className={className}>
      {countries.map(({ x, y, isHome, label }, index) => (
        <svg key={index} x={x} y={y} className={isHome ? 'name own' : 'name'}>
          <Label {...label} />
        </svg>
      ))}
      {places.map(({ x, y, label }, index) => (
        <svg key={index} x={x} y={y}>
          <circle r="3.5" />
          {label && <Label {...label} />}
        </svg>
      ))}
      {scale && (
        <svg x={scale.x} y={scale.y} className="scale">
          {scale.bars.map(({ length, x, y, label }) => (
            <Fragment key={y}>
              <rect x={x} y={y} width={length} height="2" />
              <Label {...label} />
            </Fragment>
          ))}
        </svg>
      )}
    </g>
  );
}

function Label({ lines: [first, ...others], x, y, anchor }: DrawnText) {
  return (
    <text x={x} y={y} textAnchor={anchor === 'start' ? undefined : anchor}>
      {first}
      {others.map((line) => (
        <tspan key={line} x={x} dy={lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
