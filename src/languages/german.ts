import { explanations } from './german/explanations';
import { labels } from './german/labels';
import { panel } from './german/panel';
import { routes } from './german/routes';
import { verdict } from './german/verdict';
import type { Language } from './language';

export const german: Language = { panel, explanations, verdict, labels, routes };
