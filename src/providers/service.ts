import type { Pace } from '../base/pace';
import type { Random } from '../base/random';
import type { Provider, ProviderSpec } from '../routing/model';
import type { Connection } from './connection';

/** A service, as its own file describes it. */
export interface Service {
  /** Root and hosts are our own catalog's, never those of a file that was imported: keys go there. */
  readonly spec: ProviderSpec;
  /** The headers that carry the key. */
  readonly auth: (key: string) => Readonly<Record<string, string>>;
  /** `storage`: the service that `spec.uploadsThrough` names, where it names one. */
  readonly create: (connection: Connection, tools: ServiceTools, storage?: Connection) => Provider;
}

export interface ServiceTools {
  readonly pace: Pace;
  /** For jitter, never for pictures. */
  readonly random: Random;
}
