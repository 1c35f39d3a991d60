import { loadAtlas } from '../../map/atlas.ts';
import { findCountry } from '../../map/countries.ts';
import { mayBeIn } from '../../map/in-country.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

type Slip = { what: string; undo: (north: number, east: number) => [latitude: number, longitude: number] };

/** A likely slip in a position, and the position without it. */
const slips: readonly Slip[] = [
  { what: 'latitude and longitude are swapped', undo: (north, east) => [east, north] },
  { what: 'the sign of longitude is wrong', undo: (north, east) => [north, -east] },
  { what: 'the sign of latitude is wrong', undo: (north, east) => [-north, east] },
];

/**
 * Reports places outside the country that their file names, if undoing one likely slip puts them inside. The atlas is
 * large, so it is loaded only if a place has both a position and a country.
 */
export const positionUnlikely: TextCheck = (lang) => (_tree, file) => {
  const { kind, frontMatter } = settingsOf(file);
  const { latitude: north, longitude: east, country: name }: Record<string, unknown> = Object(frontMatter.data);
  if (kind !== 'note' || typeof north !== 'number' || typeof east !== 'number' || typeof name !== 'string') return;
  const atlas = loadAtlas();
  const country = findCountry(atlas, name.trim(), lang);
  if (!country || mayBeIn(atlas, country, north, east)) return;
  const slip = slips.find(({ undo }) => {
    const [latitude, longitude] = undo(north, east);
    return Math.abs(latitude) <= 90 && mayBeIn(atlas, country, latitude, longitude);
  });
  if (!slip) return;
  const [latitude, longitude] = slip.undo(north, east);
  const message = `This is not in ${name}: most likely ${slip.what}. Write latitude: ${latitude} and longitude: ${longitude}, or correct the country.`;
  leave(file, 'position-unlikely', frontMatter.placeOf(['latitude']), message);
};
