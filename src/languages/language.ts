import type { Explanations } from '../app/explain';
import type { Labels } from '../app/labels';
import type { RouteWords } from '../app/routeWords';
import type { VerdictWords } from '../app/verdict';
import type { Strings } from '../panel/strings';

/** All that Inlay says, in one language; one that lacks a word does not compile. */
export interface Language {
  readonly panel: Strings;
  readonly explanations: Explanations;
  readonly verdict: VerdictWords;
  readonly labels: Labels;
  readonly routes: RouteWords;
}
