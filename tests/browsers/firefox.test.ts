import { openFirefox } from '../support/firefox.ts';
import { tryBehaviours } from './behaviours.ts';

tryBehaviours('Firefox', openFirefox);
