// biome-ignore-all lint/a11y/noSvgWithoutTitle: the outer drawing has a name, and what is nested in it are its parts.
import { Fragment } from 'react';
import { joinNames } from '@/lib/languages/join-names.ts';
import type { Words } from '@/lib/languages/words.ts';
import { describeMap } from '@/lib/map/describe-map.ts';
import type { LocatorMap as Drawn } from '@/lib/map/draw-map.ts';
import type { DrawnForm, DrawnText } from '@/lib/map/drawn-form.ts';
import { lineHeight, pixelsPerEm } from '@/lib/map/labels/map-text.ts';
import type { Picture } from '@/lib/model/model.ts';

type Props = {
  map: Drawn;
  picture: Pick<Picture, 'alt' | 'caption' | 'credit'>;
  /** Whether it is in a list, without caption and credit. */
  isBare?: boolean;
  lang: string;
  words: Pick<Words, 'map'>;
};

/**
 * The locator map of an article, in a form for narrow and one for wide figures, one of which the style sheet hides. Without
 * a style sheet the wide one is shown, in outlines.
 */
export function LocatorMap({ map, picture: { alt, caption, credit }, isBare = false, lang, words }: Props) {
  const { forms, outlined, paths } = map;
  return (
    <figure className="locator">
      <svg
        className="map"
        role="img"
        aria-label={alt}
        aria-describedby="map_text"
        width="608"
        height="342"
        fontSize={pixelsPerEm}
      >
        <svg className="map-s" display="none" viewBox={forms.narrow.viewBox}>
          <g id="map_land" fill="none" stroke="gray">
            <path className={outlined.land ? 'land edge' : 'land'} d={paths.land} />
            <path className={outlined.home ? 'home edge' : 'home'} d={paths.home} />
            <path className="edge" d={paths.edges} />
            <path className="line" stroke="red" d={paths.border} />
          </g>
        </svg>
        <svg className="map-l" viewBox={forms.wide.viewBox}>
          <use href="#map_land" />
        </svg>
        <g className="map-s" display="none">
          <Labels form={forms.narrow} />
        </g>
        <g className="map-l">
          <Labels form={forms.wide} />
        </g>
      </svg>
      <p className="hidden-text" id="map_text">
        {describeMap(map, lang, words.map)}
      </p>
      {!isBare && (
        <figcaption>
          <Key map={map} lang={lang} words={words} />
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

/** The key of a map: its emphasised border, and the squares of capitals. */
function Key({ map: { home, capitals }, lang, words }: Pick<Props, 'map' | 'lang' | 'words'>) {
  if (home.length === 0 && capitals.length === 0) return null;
  return (
    <p>
      {home.length > 0 && (
        <>
          <svg width="24" height="8" aria-hidden="true">
            <path className="line" stroke="red" d="M2 4h20" />
          </svg>
          {'\u00a0'}
          {words.map.line(joinNames(home, lang))}{' '}
        </>
      )}
      {capitals.length > 0 && (
        <>
          <span aria-hidden="true">■</span>
          {`\u00a0${words.map.capital}`}
        </>
      )}
    </p>
  );
}

function Labels({ form: { countries, places, scale } }: { form: DrawnForm }) {
  return (
    <>
      {countries.map(({ x, y, isHome, isSmall, label }, index) => (
        <svg key={index} {...grown} x={x} y={y} className={isHome ? 'name own' : isSmall ? 'name tiny' : 'name'}>
          <Label {...label} />
        </svg>
      ))}
      {places.map(({ x, y, isCapital, label }, index) => (
        <svg key={index} {...grown} x={x} y={y} className={isCapital ? 'capital' : undefined}>
          {isCapital ? <rect x="-4" y="-4" width="8" height="8" /> : <circle r="3.5" />}
          {label && <Label {...label} />}
        </svg>
      ))}
      {scale && (
        <svg overflow="visible" x={scale.x} y={scale.y}>
          {scale.bars.map(({ length, x, y, label }) => (
            <Fragment key={y}>
              <rect x={inEm(x)} y={inEm(y)} width={length} height="2" />
              <text x={inEm(label.x)} y={inEm(label.y)} textAnchor={anchorOf(label)}>
                {label.lines}
              </text>
            </Fragment>
          ))}
        </svg>
      )}
    </>
  );
}

/** In these groups, pixels scale with the text size. */
const grown = { width: '1em', height: '1em', overflow: 'visible', viewBox: `0 0 ${pixelsPerEm} ${pixelsPerEm}` };

function inEm(pixels: number): string {
  return `${pixels / pixelsPerEm}em`;
}

function Label({ lines: [first, ...others], x, y, anchor }: DrawnText) {
  return (
    <text x={x || undefined} y={y} textAnchor={anchorOf({ anchor })}>
      {first}
      {others.map((line) => (
        <tspan key={line} x={x} dy={lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function anchorOf({ anchor }: Pick<DrawnText, 'anchor'>): DrawnText['anchor'] | undefined {
  return anchor === 'start' ? undefined : anchor;
}
