import { InlayError } from '../base/errors';
import { hostOf, trustOf } from './hosts';
import { mostRepeats, waitBefore } from './patience';
import type { Service, ServiceTools } from './service';
import { send } from './transport';

/** A file, and where the service wants it put. */
export interface FileToStore {
  readonly address: string;
  readonly file: Uint8Array;
  /** Where the service is, by the settings or by itself. */
  readonly root: string;
  readonly service: Service;
  readonly tools: ServiceTools;
  readonly signal: AbortSignal;
}

const timeoutMs = 120_000;
const mostBytes = 1_000_000;

/** Puts a file where the service has told, without any key and again where that failed: it costs nothing. */
export async function storeFile(storing: FileToStore): Promise<void> {
  const { address, file, root, service, tools, signal } = storing;
  const { label: provider } = service.spec;
  if (trustOf(address, root, service.spec) === 'none') {
    const problem = `pointing to ${hostOf(address)}, which is none of their known addresses`;
    throw new InlayError('model.unusable-answer', { provider, problem });
  }
  const headers = { 'content-type': 'image/png' };
  const outgoing = { method: 'PUT', address, headers, body: file, timeoutMs, mostBytes };
  for (let tried = 1; ; tried++) {
    const sent = await send(outgoing, signal, tools.pace);
    if (sent.kind === 'answered' && sent.answer.status >= 200 && sent.answer.status < 300) return;
    if (sent.kind === 'not-allowed') throw new InlayError('net.not-allowed', { provider, host: hostOf(address) });
    const error = new InlayError('model.down', { provider });
    if (tried > mostRepeats) throw error;
    await tools.pace.wait(waitBefore(tried, error, tools.random), signal);
  }
}
