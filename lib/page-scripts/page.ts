import { leadToCards } from './cards.ts';
import { markCurrentSection } from './current-section.ts';
import { rememberTheme } from './theme-choice.ts';

rememberTheme();
markCurrentSection();
leadToCards();
