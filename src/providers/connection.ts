import type { InlayError } from '../base/errors';
import type { Failure } from './outcome';

/** All that an adapter knows of the network: how its own service is asked. */
export interface Connection {
  /**
   * Does what keeps the service at work, as soon as one of its places is free: what only prepares a request or unpacks an
   * answer stays outside, or the place would stand idle meanwhile.
   */
  occupy<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /**
   * Asks the service itself, key included, and again where that is safe. Throws `model.*`, `net.*`, `route.no-key` and
   * `Cancelled`; `base/charge.ts` says which of them may have been charged.
   */
  ask<T>(question: Question<T>, signal: AbortSignal): Promise<T>;
  /** Fetches a file whose address stood in an answer: without the key, from the service's file hosts only. */
  fetchFile(address: string, signal: AbortSignal, requestId?: string): Promise<Uint8Array>;
  /** Puts a PNG file at an address that an answer has named: without the key, with the service's file hosts only. */
  storeFile(address: string, file: Uint8Array, signal: AbortSignal): Promise<void>;
}

export interface Question<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A path below the service's root, such as `/v1/edit`, or a whole address on its own hosts that it has named. */
  readonly address: string;
  /** Where a path lies that is not below the service's usual root; an address in the settings stands for all of them. */
  readonly home?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text goes out as JSON unless the headers say otherwise. */
  readonly body?: Uint8Array | string;
  /**
   * `may-be`: it starts work that costs money. `free`: asking again changes nothing. `paid-for`: nor does it here, and the
   * work is done, so that no error says that nothing was charged.
   */
  readonly charge: 'free' | 'may-be' | 'paid-for';
  /** What the service calls the edit, as soon as that is known: from then on no answer is lost by asking again. */
  readonly requestId?: string | undefined;
  /** Reads a good answer. Whatever it throws beyond `InlayError` and `Cancelled` means that it cannot be read. */
  readonly read: (answer: Answer) => T | Promise<T>;
  /** What an error means; nothing where it is not in the service's own words, such as a gateway's page. */
  readonly judge: (failure: Failure) => InlayError | undefined;
  /**
   * Statuses outside 200 to 299 that `read` takes as well: those that belong to the protocol, such as the final error of
   * a job. An error that is judged while `requestId` is known leaves open whether the work was charged.
   */
  readonly accepts?: readonly number[];
  /** How long an answer may take: 60 s unless told. */
  readonly timeoutMs?: number;
  /** How large an answer may be: 2 MB unless told. */
  readonly mostBytes?: number;
}

export interface Answer {
  readonly status: number;
  /** Nothing where there is no such header. */
  readonly header: (name: string) => string | undefined;
  readonly bytes: Uint8Array;
}
