import { chargeOf } from '../base/charge';
import { type ErrorCode, InlayError } from '../base/errors';
import type { Random } from '../base/random';

/** How often a request that is safe to repeat is repeated; twice as often where an answer would be lost. */
export const mostRepeats = 4;

const firstWaitMs = 500;
const longestWaitMs = 10_000;
/** Whoever asks for more patience than that is told to the retoucher instead. */
export const longestAskedMs = 60_000;

/** How long to wait before the next try, in ms: what the service asks for, else twice as long each time; with jitter. */
export function waitBefore(tried: number, error: InlayError, random: Random): number {
  const asked = askedWait(error);
  if (asked !== undefined) return asked * (1 + random.share() * 0.1);
  return Math.min(longestWaitMs, firstWaitMs * 2 ** (tried - 1)) * (0.75 + random.share() * 0.5);
}

/** What the service asks for, in ms. */
export function askedWait(error: InlayError): number | undefined {
  const isTold = isCode(error, 'model.rate-limited') || isCode(error, 'model.down');
  return isTold ? error.details.retryAfterMs : undefined;
}

function isCode<C extends ErrorCode>(error: InlayError, code: C): error is InlayError<C> {
  return error.code === code;
}

const later: readonly ErrorCode[] = ['model.rate-limited', 'model.down', 'net.unreachable'];

/** Whether the same request may work in a while. */
export function isLater(error: InlayError): boolean {
  return later.includes(error.code);
}

/** Whether all who want something of the service should wait a while. */
export function isTrouble(error: InlayError): boolean {
  return isLater(error) || error.code === 'model.uncertain';
}

const saysNothingOfTheWork: readonly ErrorCode[] = [...later, 'model.auth', 'model.no-credit', 'model.gone'];

/** What an error means once the service has taken the work: that its result cannot be had says nothing of its price. */
export function afterWork(error: InlayError, provider: string, requestId: string | undefined): InlayError {
  if (requestId === undefined)
    return chargeOf(error) === 'not' ? new InlayError('model.uncertain', { provider }, error) : error;
  if (isCode(error, 'model.invalid-input')) return new InlayError(error.code, { ...error.details, requestId });
  if (isCode(error, 'model.refused-input')) return new InlayError(error.code, { ...error.details, requestId });
  if (!saysNothingOfTheWork.includes(error.code)) return error;
  return new InlayError('model.uncertain', { provider, requestId }, error);
}
