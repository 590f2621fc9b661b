import type { ErrorCode } from '../../../src/base/errors';
import type { Service } from '../../../src/providers/service';
import type { ModelCall, ModelSpec } from '../../../src/routing/model';
import type { Running } from '../../servers/kit';
import type { Reply } from '../../servers/reply';

/** How a service ends what it was asked for. */
export type Ending = 'pictures' | 'refused' | 'none' | 'failed';

export interface ServerOptions {
  readonly key: string;
  readonly ending?: Ending;
  /** What comes back, in pixels; as asked for unless told. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Where the picture is said to lie, in place of where it does. */
  readonly fileAt?: string;
}

/** A service, the server that stands for it, and how it says no. */
export interface Served {
  readonly service: Service;
  /** Where it has its pictures stored, where it cannot do so itself. */
  readonly storage?: { readonly service: Service; readonly address: () => string };
  readonly spec: ModelSpec;
  readonly call: ModelCall;
  readonly start: (options: ServerOptions) => Promise<Running>;
  /** How many times faster time passes; more where the service may take very long. */
  readonly hurry?: number;
  /** What follows the request that starts the work, as stages of the server; nothing where that is held to the end. */
  readonly stages: readonly string[];
  /** `real`: it can be told to stop, at the stage `cancel`. */
  readonly stop: 'real' | 'none';
  /** A good answer with this file in place of its picture, where pictures come within the answer. */
  readonly carries?: (file: Uint8Array) => Reply;
  /** Its refusals of a request, in its own words. Where it lacks one, it is left out. */
  readonly words: Words;
  /** What the endings mean. */
  readonly endings: Readonly<Record<Exclude<Ending, 'pictures'>, ErrorCode>>;
}

/** By what they mean. */
export interface Words {
  readonly auth?: Reply;
  readonly 'no-credit'?: Reply;
  readonly 'invalid-input': Reply;
  readonly 'rate-limited'?: Reply;
  readonly gone?: Reply;
  readonly 'refused-input'?: Reply;
  readonly down: Reply;
}

export const key = 'secret-key-0123456789';
