import { mojibakeIn } from '../text/mojibake.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

const replacement = '\ufffd';

/** Reports letters that a wrong conversion has broken, once for each paragraph and key. */
export const letterBroken: TextCheck = () => (_tree, file) => {
  const { prose } = settingsOf(file);
  for (const { text, placeAt } of prose) {
    const lost = text.indexOf(replacement);
    if (lost !== -1) {
      const more = text.split(replacement).length - 2;
      const others = more === 0 ? '' : ` The text around it has ${more} more.`;
      const message = `A letter was lost here in a wrong conversion (U+FFFD).${others} Write the letter that was meant.`;
      leave(file, 'letter-broken', placeAt(lost), message);
    }
    const [first, ...rest] = mojibakeIn(text);
    if (!first) continue;
    const more = rest.length === 0 ? '' : ` The text around it has ${rest.length} more.`;
    const message = `"${first.found}" is what a wrong conversion makes of "${first.meant}".${more} Write "${first.meant}", or paste the text again.`;
    leave(file, 'letter-broken', placeAt(first.index), message);
  }
};
