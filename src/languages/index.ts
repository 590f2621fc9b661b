import { explainIn } from '../app/explain';
import { labelIn } from '../app/labels';
import { explainRoutesIn } from '../app/routeWords';
import { judgeIn } from '../app/verdict';
import { writeIn } from '../panel/strings';
import { english } from './english';
import { german } from './german';
import type { Language } from './language';

/** By their code of two letters. */
export const languages: ReadonlyMap<string, Language> = new Map([
  ['en', english],
  ['de', german],
]);

/** From now on Inlay speaks the language of a locale such as `de_DE`; English where it does not know that one. */
export function speak(locale: string): void {
  const { panel, explanations, verdict, labels, routes } = languages.get(locale.slice(0, 2).toLowerCase()) ?? english;
  writeIn(panel);
  explainIn(explanations);
  judgeIn(verdict);
  labelIn(labels);
  explainRoutesIn(routes);
}
