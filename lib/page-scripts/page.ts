import { markCurrentSection } from './current-section.ts';
import { rememberTheme } from './theme-choice.ts';

rememberTheme();
markCurrentSection();
