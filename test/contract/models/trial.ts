import { Cancelled } from '../../../src/base/abort';
import { isInlayError } from '../../../src/base/errors';
import { createRandom } from '../../../src/base/random';
import { connect } from '../../../src/providers/connect';
import { createGate } from '../../../src/providers/gate';
import { createLane } from '../../../src/providers/lane';
import type { Service } from '../../../src/providers/service';
import type { CallContext, ModelAnswer } from '../../../src/routing/model';
import type { Running } from '../../servers/kit';
import { hurried } from '../../support/hurried';
import { key, type Served } from './served';

/** What came of an edit. */
export interface Tried {
  readonly server: Running;
  /** The answer, the code of the error, or `cancelled`. */
  readonly end: ModelAnswer | string;
  readonly error?: unknown;
}

let running: Running[] = [];
afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
  running = [];
});

/** Starts a server that ends with the test. */
export async function begin(start: (given: { readonly key: string }) => Promise<Running>): Promise<Running> {
  const server = await start({ key });
  running.push(server);
  return server;
}

/** One edit on a server of its own. */
export async function answered(served: Served, start: Parameters<typeof begin>[0]): Promise<Tried> {
  return attempt(served, await begin(start));
}

/** One edit, and how it ended. What is no outcome of an edit is thrown. */
export async function attempt(served: Served, server: Running, context: Partial<CallContext> = {}): Promise<Tried> {
  const { spec, call } = served;
  try {
    const end = await connected(served, server.address).edit(spec, call, { ...calm, ...context });
    return { server, end };
  } catch (error) {
    if (error instanceof Cancelled) return { server, end: 'cancelled', error };
    if (isInlayError(error)) return { server, end: error.code, error };
    throw error;
  }
}

/** Nobody cancels, and nobody looks. */
const calm: CallContext = { signal: new AbortController().signal, onProgress: () => undefined };

/** A service's adapter, connected to a server of the tests. A minute passes in 0.6 s, or in less. */
function connected({ service, storage, hurry = 100 }: Served, root: string) {
  const tools = { pace: hurried(hurry), random: createRandom(1) };
  const rootOf = (id: string) => Promise.resolve(id === service.spec.id ? root : storage?.address());
  const reach = { rootOf, keyOf: () => Promise.resolve(key) };
  const connection = (to: Service) =>
    connect(to, reach, { gate: createGate(tools.pace, tools.random), lane: createLane(8) }, tools);
  return service.create(connection(service), tools, storage && connection(storage.service));
}
