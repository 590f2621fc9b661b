import type { ServerResponse } from 'node:http';
import { asBytes, type Reply, send } from './reply';

/** How an exchange goes wrong. `when`: before the service has done anything (the default), or after it has. */
export type Fault = { readonly when?: 'before' | 'after' } & (
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** A gateway's page. */
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'reset' }
  /** No answer, ever. */
  | { readonly kind: 'hang' }
  /** A byte at a time, every `everyMs`. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  | { readonly kind: 'oversized'; readonly bytes: number }
  | { readonly kind: 'redirect'; readonly to: string }
);

export interface FaultPlan {
  /** The next `times` requests of a stage go wrong like this. */
  add(stage: string, fault: Fault, times?: number): void;
  /** What happens to the request that has just come. */
  next(stage: string): Fault | undefined;
  clear(): void;
}

export function planFaults(): FaultPlan {
  let planned: { readonly stage: string; readonly fault: Fault; left: number }[] = [];
  return {
    add(stage, fault, times = Infinity) {
      planned.push({ stage, fault, left: times });
    },
    next(stage) {
      const found = planned.find((plan) => plan.stage === stage && plan.left > 0);
      if (found === undefined) return undefined;
      found.left--;
      return found.fault;
    },
    clear() {
      planned = [];
    },
  };
}

/** Sends what the fault makes of a reply. */
export async function sendBroken(response: ServerResponse, fault: Fault, reply: Reply): Promise<void> {
  switch (fault.kind) {
    case 'reply':
      send(response, fault.reply);
      return;
    case 'html':
      send(response, { status: fault.status, body: '<html><body><h1>Bad gateway</h1></body></html>' });
      return;
    case 'malformed':
      send(response, { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id": "a1", "stat' });
      return;
    case 'truncated': {
      const { bytes } = asBytes(reply.body ?? 'nothing');
      response.writeHead(reply.status, { 'content-length': String(bytes.length + 100) });
      response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy());
      return;
    }
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'drip':
      await drip(response, reply, fault.everyMs);
      return;
    case 'oversized':
      send(response, { status: 200, body: Buffer.alloc(fault.bytes, 32) });
      return;
    case 'redirect':
      send(response, { status: 302, headers: { location: fault.to }, body: '' });
      return;
  }
}

async function drip(response: ServerResponse, { status, body = '' }: Reply, everyMs: number): Promise<void> {
  const { bytes, type } = asBytes(body);
  response.writeHead(status, { 'content-type': type, 'content-length': String(bytes.length) });
  for (let at = 0; at < bytes.length && !response.destroyed; at++) {
    response.write(bytes.subarray(at, at + 1));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  response.end();
}
