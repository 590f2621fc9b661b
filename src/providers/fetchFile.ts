import { InlayError } from '../base/errors';
import type { Gate } from './gate';
import { hostOf, trustOf } from './hosts';
import { longestAskedMs, mostRepeats, waitBefore } from './patience';
import type { Service, ServiceTools } from './service';
import { type Outgoing, send, type Sent } from './transport';

/** A file of an answer, and whose it is. */
export interface WantedFile {
  readonly address: string;
  readonly requestId: string | undefined;
  /** Where the service is, by the settings or by itself. */
  readonly root: string;
  readonly service: Service;
  readonly gate: Pick<Gate, 'closedForMs'>;
  readonly tools: ServiceTools;
  readonly signal: AbortSignal;
}

const timeoutMs = 120_000;
const mostBytes = 80_000_000;
const longestChain = 3;

/** Fetches a file without any key, from known hosts only, over redirects as well. The work is done: no try costs more. */
export async function fetchFile(wanted: WantedFile): Promise<Uint8Array> {
  const { gate, tools, signal } = wanted;
  let { address } = wanted;
  let followed = 0;
  for (let tried = 1; ;) {
    claimKnown(address, wanted);
    const closedForMs = gate.closedForMs();
    if (closedForMs > 0) await tools.pace.wait(Math.min(closedForMs, longestAskedMs), signal);
    const sent = await send(requestFor(address), signal, tools.pace);
    if (sent.kind === 'answered') {
      claimKnown(sent.address, wanted);
      const { status, header, bytes } = sent.answer;
      if (status === 200) return bytes;
      const next = status >= 300 && status < 400 ? header('location') : undefined;
      if (next !== undefined && followed++ < longestChain) {
        address = absolute(next, address);
        continue;
      }
    }
    const error = meaningOf(sent, wanted);
    if (error.code !== 'model.uncertain' || tried > mostRepeats) throw error;
    await tools.pace.wait(waitBefore(tried++, error, tools.random), signal);
  }
}

function claimKnown(address: string, wanted: WantedFile): void {
  if (trustOf(address, wanted.root, wanted.service.spec) !== 'none') return;
  throw unusable(wanted, `at ${hostOf(address)}, which is none of their known addresses`);
}

function requestFor(address: string): Outgoing {
  return { method: 'GET', address, headers: {}, timeoutMs, mostBytes };
}

function absolute(location: string, from: string): string {
  try {
    return new URL(location, from).href;
  } catch {
    return location;
  }
}

/** `model.uncertain`: worth another try. */
function meaningOf(sent: Sent, wanted: WantedFile): InlayError {
  const { service, requestId } = wanted;
  const { label: provider } = service.spec;
  switch (sent.kind) {
    case 'not-allowed':
      return unusable(wanted, `at ${hostOf(wanted.address)}, where this plugin may not go`);
    case 'led-astray':
      return unusable(wanted, `at ${hostOf(sent.to)}, where this plugin may not go`);
    case 'too-large':
      return unusable(wanted, `larger than ${String(mostBytes / 1e6)} MB`);
    case 'answered': {
      const { status } = sent.answer;
      const isBusy = status === 429 || status >= 500;
      if (!isBusy) return unusable(wanted, `gone: its link has expired (status ${String(status)})`);
      return new InlayError('model.uncertain', { provider, ...(requestId !== undefined && { requestId }) });
    }
    case 'never-left':
    case 'broken':
      return new InlayError('model.uncertain', { provider, ...(requestId !== undefined && { requestId }) }, sent.cause);
  }
}

function unusable({ service }: WantedFile, problem: string): InlayError {
  return new InlayError('model.unusable-answer', { provider: service.spec.label, problem });
}
