import type { Pace } from '../base/pace';
import type { Random } from '../base/random';
import type { Provider } from '../routing/model';
import type { Connection } from './connection';

/** A service, as its own file describes it. Hosts stand here and in no file that can be imported: keys go to them. */
export interface Service {
  /** As in the catalog. */
  readonly id: string;
  /** As the retoucher knows it. */
  readonly label: string;
  /** Where its paths begin, unless the settings name another address. */
  readonly root: string;
  /** Where else it may send us to ask, key included: `eu.acme.example`, or `*.acme.example` for all below. */
  readonly ownHosts: readonly string[];
  /** Where its files may lie. They are fetched without the key. */
  readonly fileHosts: readonly string[];
  /** How many edits it works on at once for one account. */
  readonly concurrency: number;
  readonly key: 'required' | 'optional';
  /** The headers that carry the key. */
  readonly auth: (key: string) => Readonly<Record<string, string>>;
  readonly create: (connection: Connection, tools: ServiceTools) => Provider;
}

export interface ServiceTools {
  readonly pace: Pace;
  /** For jitter, never for pictures. */
  readonly random: Random;
}
