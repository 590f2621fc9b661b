import { throwIfAborted } from '../base/abort';
import type { Pace } from '../base/pace';
import type { Answer } from './connection';
import { hostOf } from './hosts';

/** One request, as it leaves. */
export interface Outgoing {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

/** What came of it. Only `not-allowed` and `never-left` are certain not to have reached the service. */
export type Sent =
  | { readonly kind: 'answered'; readonly answer: Answer; readonly address: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-allowed' }
  /** The service answered, with a way to somewhere the plugin may not go. */
  | { readonly kind: 'led-astray'; readonly to: string }
  | { readonly kind: 'never-left'; readonly cause: unknown }
  | { readonly kind: 'broken'; readonly cause: unknown };

/**
 * Sends once and takes the whole answer. Its own timer and the signal end it, whether or not the platform's `fetch`
 * can be aborted; what comes later is dropped. Throws `Cancelled`.
 */
export async function send(outgoing: Outgoing, signal: AbortSignal, pace: Pace): Promise<Sent> {
  throwIfAborted(signal);
  const ending = new AbortController();
  const cancel = () => {
    ending.abort();
  };
  signal.addEventListener('abort', cancel);
  try {
    const sent = await Promise.race([
      exchange(outgoing, ending.signal),
      timedOut(outgoing, ending.signal, signal, pace),
    ]);
    // an answer that has come is not dropped: it may be paid for
    if (sent.kind !== 'answered') throwIfAborted(signal);
    return sent;
  } finally {
    signal.removeEventListener('abort', cancel);
    ending.abort();
  }
}

/** Wins the race when the time is over or the edit is cancelled. */
async function timedOut(
  { timeoutMs }: Outgoing,
  ended: AbortSignal,
  cancelled: AbortSignal,
  { wait }: Pace,
): Promise<Sent> {
  try {
    await wait(timeoutMs, ended);
  } catch (error) {
    if (cancelled.aborted) throw error;
  }
  return { kind: 'broken', cause: new Error(`no answer in ${String(timeoutMs)} ms`) };
}

/** `redirect` is not documented for UXP: where it has no effect, `address` says where the answer came from. */
async function exchange(outgoing: Outgoing, signal: AbortSignal): Promise<Sent> {
  const { method, address, headers, body, mostBytes } = outgoing;
  try {
    const response = await fetch(address, {
      method,
      headers,
      signal,
      credentials: 'omit',
      redirect: 'manual',
      ...(body !== undefined && { body: typeof body === 'string' ? body : exactly(body) }),
    });
    const header = (name: string) => response.headers.get(name) ?? undefined;
    if (Number(header('content-length') ?? 0) > mostBytes) return { kind: 'too-large' };
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > mostBytes) return { kind: 'too-large' };
    return { kind: 'answered', answer: { status: response.status, header, bytes }, address: response.url || address };
  } catch (error) {
    return failed(error, address);
  }
}

/** A whole buffer of its own: a part of a larger one might go out whole. */
function exactly(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength) return buffer;
  const copy = new Uint8Array(byteLength);
  copy.set(bytes);
  return copy.buffer;
}

/** Platforms say in their own ways that a name was not found or a port is closed; anything else is uncertain. */
const neverLeft =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)\b|\bconnect (ETIMEDOUT|ECONNRESET)\b|getaddrinfo|could ?n[o']t (resolve|connect)|connection refused|name not resolved|unsupported (url|protocol)/i;

function failed(error: unknown, asked: string): Sent {
  const text = chainOf(error).join(' ');
  if (/Manifest entry not found|Permission denied to the url/i.test(text)) return forbidden(text, asked);
  return { kind: neverLeft.test(text) ? 'never-left' : 'broken', cause: error };
}

/** The platform asks for permission before anything leaves, and again where an answer leads elsewhere. */
function forbidden(text: string, asked: string): Sent {
  const [, named = asked] = /Permission denied to the url (\S+?)\.? /i.exec(text) ?? [];
  return hostOf(named) === hostOf(asked) ? { kind: 'not-allowed' } : { kind: 'led-astray', to: named };
}

/** The words of an error and of all that it was caused by. */
function chainOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [String(error)];
  const member = (name: string): unknown => Reflect.get(error, name);
  const errors = member('errors');
  const further: readonly unknown[] = Array.isArray(errors) ? errors : [];
  const inner = [member('cause'), ...further].flatMap((cause) => chainOf(cause, depth + 1));
  return [String(member('message')), String(member('code')), ...inner];
}
