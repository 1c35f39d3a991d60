import { openCards } from './cards.ts';
import { markCurrentSection } from './current-section.ts';
import { copyPermalinks } from './permalinks.ts';
import { offerShare } from './share.ts';
import { rememberTheme } from './theme-choice.ts';

rememberTheme();
markCurrentSection();
copyPermalinks();
offerShare();
openCards();
