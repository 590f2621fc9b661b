import { createContext as createRealm, runInContext } from 'node:vm';
import { closeDefaultView, createFence } from '../fence/fence';
import type { Message } from './capture';
import { type Surroundings, type SurroundingsOptions, surround } from './surroundings';

export interface ContextOptions extends SurroundingsOptions {
  /** The built plugin's script, as text. */
  readonly bundle: string;
}

/** The plugin's world: what it sees, and what was noticed about it. */
export interface Context {
  /** The plugin's own `window`. */
  readonly globals: Record<string, unknown>;
  readonly document: Document;
  /** The document's window without the fences: for tests, not for plugins. */
  readonly window: Window & typeof globalThis;
  /** Everything that was written to the console, by the plugin or by the document about it. Each is a finding. */
  readonly console: readonly Message[];
  /** Absent names that the plugin asked for, each once. */
  readonly probes: readonly string[];
  /** Runs the script, as loading the page does. */
  run(): void;
  /** Stops all timers and lets go of the document. */
  dispose(): Promise<void>;
}

/** A context like UXP's for a built plugin, in the caller's realm. */
export function createContext({ bundle, ...options }: ContextOptions): Context {
  const surroundings = surround(options);
  const { globals, run } = createFence(surroundings.own, surroundings.probes);
  closeDefaultView(surroundings.document, globals);
  return contextOf(surroundings, globals, () => run(bundle));
}

/**
 * The same in a realm of its own, where a missing name is a real ReferenceError and no code is made from strings. The
 * plugin's arrays and errors are not the stand-in's: good for loading and showing, not for passing pixels.
 */
export function createSeparateContext({ bundle, ...options }: ContextOptions): Context {
  const surroundings = surround(options);
  const realm = createRealm(surroundings.own, { codeGeneration: { strings: false, wasm: false } });
  const globals = runInContext('globalThis', realm) as Record<string, unknown>;
  Object.assign(globals, { window: globals, self: globals });
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) Reflect.deleteProperty(globals, name);
  closeDefaultView(surroundings.document, globals);
  return contextOf(surroundings, globals, () => void runInContext(bundle, realm, { filename: 'index.js' }));
}

function contextOf(surroundings: Surroundings, globals: Context['globals'], run: () => void): Context {
  const { window, document, messages, probes, dispose } = surroundings;
  return {
    ...{ globals, window, document, console: messages, run, dispose },
    get probes() {
      return [...probes];
    },
  };
}
