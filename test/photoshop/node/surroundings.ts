import { commonDefaults, ownNames } from '../fence/ownNames';
import { type Message, createConsole, keepUncaught } from './capture';
import { type PageOptions, openPage } from './page';
import { createTimers } from './timers';

export interface SurroundingsOptions extends PageOptions {
  /** What `require` answers, by name: `photoshop`, `uxp` and so on. Any other name throws. */
  readonly modules: Readonly<Record<string, unknown>>;
  /** What the host puts in reach: `fetch`, `ImageBlob`, `URL`, timers and so on; only names that UXP has. */
  readonly globals?: Readonly<Record<string, unknown>>;
  /** How many times faster the plugin's long waits pass, by its own clock too. */
  readonly hurry?: number;
}

/** What surrounds a plugin, before it is fenced. */
export interface Surroundings {
  /** The names that the plugin may see besides the language's, and their values. */
  readonly own: Record<string, unknown>;
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly messages: readonly Message[];
  readonly probes: Set<string>;
  readonly dispose: () => Promise<void>;
}

export function surround({ modules, globals = {}, hurry = 1, ...options }: SurroundingsOptions): Surroundings {
  const messages: Message[] = [];
  const probes = new Set<string>();
  const console = createConsole(messages);
  const timers = createTimers((error) => keepUncaught(messages, error), hurry);
  const { window, document, close } = openPage(console, options);
  const { localStorage, sessionStorage } = window;
  const defaults = { ...commonDefaults(), localStorage, sessionStorage, ...timers.globals, console };
  const own = ownNames({ window, modules, defaults, supplied: globals }, probes);
  const dispose = async () => {
    timers.stop();
    await close();
  };
  return { own, window, document, messages, probes, dispose };
}
