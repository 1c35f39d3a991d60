// biome-ignore-all assist/source/organizeImports: in this order the script compresses best.
import { offerShare } from './share.ts';
import { copyPermalinks } from './permalinks.ts';
import { openCards } from './cards.ts';
import { linkSameSection } from './same-section.ts';
import { markCurrentSection } from './current-section.ts';
import { rememberTheme } from './theme-choice.ts';

// As in `page.ts`, with what only sites in several languages need.
rememberTheme();
markCurrentSection();
copyPermalinks();
offerShare();
openCards();
linkSameSection();
