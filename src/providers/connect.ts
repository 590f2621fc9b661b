import { Cancelled, throwIfAborted } from '../base/abort';
import { InlayError } from '../base/errors';
import type { Reach } from '../routing/model';
import type { Connection, Question } from './connection';
import { fetchFile } from './fetchFile';
import type { Gate } from './gate';
import { hostOf, trustOf } from './hosts';
import type { Lane } from './lane';
import { rateLimited } from './outcome';
import { afterWork, askedWait, isTrouble, longestAskedMs, mostRepeats, waitBefore } from './patience';
import type { Service, ServiceTools } from './service';
import { storeFile } from './storeFile';
import { type Outgoing, send } from './transport';
import { hasBegun, weigh } from './weigh';

/** What all calls to one service share. */
export interface Shared {
  readonly gate: Gate;
  readonly lane: Lane;
}

export function connect(service: Service, reach: Reach, { gate, lane }: Shared, tools: ServiceTools): Connection {
  return {
    occupy: (work, signal) => lane.run(work, signal),
    async ask(question, signal) {
      const root = await rootOf(service, reach, question.home);
      const outgoing = await outgoingFor(question, service, root, reach);
      const asking = { question, outgoing, root, service, gate, tools, signal };
      return question.charge === 'may-be' ? askInTurn(asking) : askUntilAnswered(asking);
    },
    async fetchFile(address, signal, requestId) {
      return fetchFile({ address, requestId, root: await rootOf(service, reach), service, gate, tools, signal });
    },
    async storeFile(address, file, signal) {
      return storeFile({ address, file, root: await rootOf(service, reach), service, tools, signal });
    },
  };
}

async function rootOf({ spec }: Service, reach: Reach, home = spec.root): Promise<string> {
  return (await reach.rootOf(spec.id)) ?? home;
}

const usualTimeoutMs = 60_000;
const usualMostBytes = 2_000_000;

async function outgoingFor<T>(
  { address: named, method, body, headers, timeoutMs = usualTimeoutMs, mostBytes = usualMostBytes }: Question<T>,
  service: Service,
  root: string,
  reach: Reach,
): Promise<Outgoing> {
  const address = named.startsWith('/') ? root + named : named;
  if (trustOf(address, root, service.spec) !== 'own') throw strayed(service, address);
  const key = (await reach.keyOf(service.spec.id)) ?? (service.spec.key === 'required' ? undefined : '');
  if (key === undefined) throw new InlayError('route.no-key', { provider: service.spec.label });
  const all = {
    ...(key === '' ? {} : service.auth(key)),
    ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    ...headers,
  };
  return { method, address, headers: all, body, timeoutMs, mostBytes };
}

function strayed({ spec: { label } }: Service, address: string): InlayError {
  const problem = `at ${hostOf(address)}, which is none of their known addresses`;
  return new InlayError('model.unusable-answer', { provider: label, problem });
}

interface Asking<T> {
  readonly question: Question<T>;
  readonly outgoing: Outgoing;
  readonly root: string;
  readonly service: Service;
  readonly gate: Gate;
  readonly tools: ServiceTools;
  readonly signal: AbortSignal;
}

/**
 * What costs work waits at the gate; whoever is turned away, or gets no answer that can be read, closes it for a while, to
 * all jobs alike.
 */
async function askInTurn<T>(asking: Asking<T>): Promise<T> {
  const { gate, tools, signal, service } = asking;
  for (let tried = 1; ; tried++) {
    const entry = await gate.enter(signal);
    if (entry.kind === 'closed') throw rateLimited(service.spec.label, entry.forMs);
    let how: 'well' | 'otherwise' = 'otherwise';
    try {
      throwIfAborted(signal);
      const weighed = await sendAndWeigh(asking).catch(asSent);
      if (weighed.kind === 'read') {
        how = 'well';
        return weighed.value;
      }
      const { error, repeat } = weighed;
      if (isTrouble(error)) gate.hold(waitBefore(tried, error, tools.random));
      else how = 'well';
      if (repeat === 'never' || tried > mostRepeats) throw error;
    } finally {
      entry.leave(how);
    }
  }
}

/** From here on whoever cancels may have to pay. */
function asSent(error: unknown): never {
  throw error instanceof Cancelled ? new Cancelled(error.message, 'sent') : error;
}

/**
 * What costs nothing is asked again on its own account, the longer the more is at stake. Looks wait as well where the
 * service has asked for patience; what stops or tidies up goes at once.
 */
async function askUntilAnswered<T>(asking: Asking<T>): Promise<T> {
  const { question, gate, tools, signal, service } = asking;
  const isBegun = hasBegun(question);
  for (let tried = 1; ; tried++) {
    if (question.method === 'GET') await patiently(asking);
    const weighed = await sendAndWeigh(asking);
    if (weighed.kind === 'read') return weighed.value;
    const { error, repeat } = weighed;
    const waitMs = waitBefore(tried, error, tools.random);
    if (askedWait(error) !== undefined) gate.hold(waitMs);
    if (repeat === 'never' || tried > mostRepeats * (isBegun ? 2 : 1)) {
      throw isBegun ? afterWork(error, service.spec.label, question.requestId) : error;
    }
    await tools.pace.wait(Math.min(waitMs, longestAskedMs), signal);
  }
}

/** Before the work nobody is kept waiting for long; after it, an answer that is paid for does not lie there for ever. */
async function patiently<T>({ question, service, gate, tools, signal }: Asking<T>): Promise<void> {
  const forMs = gate.closedForMs();
  if (forMs > longestAskedMs && !hasBegun(question)) throw rateLimited(service.spec.label, forMs);
  if (forMs > 0) await tools.pace.wait(Math.min(forMs, longestAskedMs), signal);
}

async function sendAndWeigh<T>({ question, outgoing, root, service, tools, signal }: Asking<T>) {
  const sent = await send(outgoing, signal, tools.pace);
  const hasStrayed = sent.kind === 'answered' && trustOf(sent.address, root, service.spec) !== 'own';
  if (hasStrayed) throw strayed(service, sent.address);
  return weigh(sent, outgoing, question, service);
}
