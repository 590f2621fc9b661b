import { Cancelled } from './abort';

/** Waits, and throws `Cancelled` as soon as the signal is aborted. */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new Cancelled('cancelled'));
      return;
    }
    const cancel = () => {
      clearTimeout(timer);
      reject(new Cancelled('cancelled'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', cancel);
  });
}
