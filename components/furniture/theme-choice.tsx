import type { Words } from '@/lib/languages/words.ts';

const themes = [
  { value: '', name: 'system' },
  { value: 'light', name: 'light' },
  { value: 'dark', name: 'dark' },
] as const;

/** Light, dark or the system's theme; hidden with forced colours. CSS applies the choice, even without script, which only remembers it. */
export function ThemeChoice({ words }: { words: Pick<Words, 'theme' | 'themes'> }) {
  return (
    <fieldset className="theme-choice">
      <legend>{words.theme}</legend>
      {themes.map(({ value, name }) => (
        <label key={name} className="choice">
          <input type="radio" name="theme" value={value} defaultChecked={value === ''} className="hidden-text" />
          {words.themes[name]}
        </label>
      ))}
    </fieldset>
  );
}
