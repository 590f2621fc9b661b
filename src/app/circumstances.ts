import { timeOfDay } from '../base/clock';
import type { Circumstances } from '../edit/plan';
import { catalog } from '../routing/catalog';
import { emptyHistory } from '../routing/learn';
import type { AppParts } from './parts';
import { readConfigured } from './reach';

/** What the choice of a model depends on besides the edit, as things stand now. */
export async function readCircumstances({ secrets, storage }: AppParts): Promise<Circumstances> {
  const configured = await readConfigured(secrets, storage);
  return { providers: catalog.providers, configured, today: timeOfDay().slice(0, 10), history: emptyHistory };
}
