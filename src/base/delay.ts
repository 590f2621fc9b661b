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

/** Calls once, `milliseconds` from now; answers how to call it off. */
export function later(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}

/** Calls again and again; answers how to stop. */
export function every(milliseconds: number, call: () => void): () => void {
  const timer = setInterval(call, milliseconds);
  return () => {
    clearInterval(timer);
  };
}
