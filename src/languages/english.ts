import { explanations } from '../app/explain';
import { labels } from '../app/labels';
import { routeWords } from '../app/routeWords';
import { verdictWords } from '../app/verdict';
import { english as panel } from '../panel/strings';
import type { Language } from './language';

export const english: Language = { panel, explanations, verdict: verdictWords, labels, routes: routeWords };
