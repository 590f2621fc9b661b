import { Cancelled } from '../base/abort';
import { millisecondsUntil } from '../base/clock';
import { InlayError, isInlayError } from '../base/errors';
import { decodeUtf8 } from '../base/utf8';
import type { Answer, Question } from './connection';
import { hostOf } from './hosts';
import { afterWork, askedWait, isLater, longestAskedMs } from './patience';
import type { Service } from './service';
import type { Outgoing, Sent } from './transport';

/** What an exchange means, and whether the same may be sent again without being paid twice. */
export type Weighed<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: InlayError; readonly repeat: 'safe' | 'never' };

export async function weigh<T>(
  sent: Sent,
  { address, mostBytes }: Outgoing,
  question: Question<T>,
  service: Service,
): Promise<Weighed<T>> {
  const { label: provider } = service.spec;
  switch (sent.kind) {
    case 'not-allowed':
      return never(new InlayError('net.not-allowed', { provider, host: hostOf(address) }));
    case 'never-left':
      return { kind: 'failed', error: new InlayError('net.unreachable', { provider }, sent.cause), repeat: 'safe' };
    case 'too-large':
      return never(
        new InlayError('model.unusable-answer', {
          provider,
          problem: `larger than ${String(Math.round(mostBytes / 1e6))} MB`,
        }),
      );
    case 'led-astray':
      return unread(question, provider, new Error(`led to ${hostOf(sent.to)}`));
    case 'broken':
      return unread(question, provider, sent.cause);
    case 'answered':
      return weighAnswer(sent.answer, question, provider);
  }
}

async function weighAnswer<T>(answer: Answer, question: Question<T>, provider: string): Promise<Weighed<T>> {
  const { status } = answer;
  const isGood = (status >= 200 && status < 300) || question.accepts?.includes(status) === true;
  if (isGood) {
    try {
      return { kind: 'read', value: await question.read(answer) };
    } catch (error) {
      if (isInlayError(error) || error instanceof Cancelled) throw error;
      return unread(question, provider, error);
    }
  }
  const error = question.judge({ status, body: jsonOrNothing(answer), ...retryAfter(answer) });
  if (error === undefined) return unread(question, provider, new Error(`status ${String(status)}, not in their words`));
  const isSafe = isLater(error) && (hasBegun(question) || (askedWait(error) ?? 0) <= longestAskedMs);
  return { kind: 'failed', error, repeat: isSafe ? 'safe' : 'never' };
}

/** Whether the service has taken the work that is asked after. */
export function hasBegun({ charge, requestId }: Pick<Question<unknown>, 'charge' | 'requestId'>): boolean {
  return charge === 'paid-for' || requestId !== undefined;
}

/** Something left and nothing readable came: who asked for work may have to pay, who asked for a look may look again. */
function unread<T>(question: Question<T>, provider: string, cause: unknown): Weighed<T> {
  if (question.charge === 'may-be') return never(new InlayError('model.uncertain', { provider }, cause));
  const down = new InlayError('model.down', { provider }, cause);
  const error = hasBegun(question) ? afterWork(down, provider, question.requestId) : down;
  return { kind: 'failed', error, repeat: 'safe' };
}

function never<T>(error: InlayError): Weighed<T> {
  return { kind: 'failed', error, repeat: 'never' };
}

/** The largest error that is read: whatever is larger is nobody's own words. */
const mostErrorBytes = 200_000;

function jsonOrNothing({ bytes }: Answer): unknown {
  if (bytes.length > mostErrorBytes) return undefined;
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch {
    return undefined;
  }
}

/** Seconds, or a day and time. */
function retryAfter({ header }: Answer): { readonly retryAfterMs?: number } {
  const text = header('retry-after')?.trim();
  if (text === undefined || text === '') return {};
  const milliseconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : millisecondsUntil(text);
  return milliseconds === undefined ? {} : { retryAfterMs: Math.max(0, Math.ceil(milliseconds)) };
}
