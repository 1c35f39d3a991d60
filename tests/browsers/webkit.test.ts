import { openWebKit } from '../support/webkit.ts';
import { tryBehaviours } from './behaviours.ts';

tryBehaviours('WebKit', openWebKit);
