import type { Rule } from './rules';
import type { Switches } from './switches';

/** What all sessions together have put to the test since the stand-in was loaded: for the report after a run of tests. */
export const tally = {
  tested: new Set<Rule>(),
  broken: new Set<Rule>(),
  /** `name: value` of every switch under which the plugin was asked for an edit through its door. */
  played: new Set<string>(),
};

/** Notes under which habits of the platform the plugin is asked for an edit. */
export function notePlayed(switches: Switches): void {
  for (const [name, value] of Object.entries(switches)) tally.played.add(`${name}: ${value}`);
}
