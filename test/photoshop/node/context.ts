import { createContext as createRealm, runInContext } from 'node:vm';
import { languageNames } from '../globals';
import type { Message } from './capture';
import { type Surroundings, type SurroundingsOptions, closeDefaultView, surround } from './surroundings';

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

/**
 * A context like UXP's for a built plugin, in the caller's realm: what the plugin makes and what the stand-in makes are
 * of the same classes. `with` puts the fenced names before all others, so that nothing of Node is in reach.
 */
export function createContext({ bundle, ...options }: ContextOptions): Context {
  const surroundings = surround(options);
  const { own, probes } = surroundings;
  for (const name of languageNames) own[name] = Reflect.get(globalThis, name);
  const refuseCode = (): never => {
    probes.add('code from a string');
    throw new EvalError('Code generation from strings disallowed for this context');
  };
  Object.assign(own, { eval: refuseCode, Function: withoutCode(Function, refuseCode), Error: withoutCause(Error) });
  const globals = fence(own, probes);
  Object.assign(own, { window: globals, self: globals, globalThis: globals });
  closeDefaultView(surroundings.document, globals);
  return contextOf(surroundings, globals, () => evaluate(bundle, scopeOf(own, globals), globals));
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

/** `window`: answers what is there, notes what is not. */
function fence(own: Record<string, unknown>, probes: Set<string>): Record<string, unknown> {
  const note = (name: string | symbol) => {
    if (typeof name === 'string' && !(name in own)) probes.add(name);
  };
  return new Proxy(own, {
    get(target, name) {
      note(name);
      return Reflect.get(target, name) as unknown;
    },
    has(target, name) {
      note(name);
      return Reflect.has(target, name);
    },
  });
}

/** What free names are looked up in: it claims to have them all, so that none is looked up behind it. */
function scopeOf(own: Record<string, unknown>, globals: Record<string, unknown>): object {
  return new Proxy(own, {
    has: (_, name) => typeof name === 'string',
    get: (_, name) => (name === Symbol.unscopables ? undefined : (Reflect.get(globals, name) as unknown)),
    set(target, name, value) {
      if (!Reflect.has(target, name)) throw new ReferenceError(`${String(name)} is not defined`);
      return Reflect.set(target, name, value);
    },
  });
}

/**
 * Compiles with the caller's own `Function`, so in the caller's realm; `vm` would do it in Node's main one, which in a
 * test is another. The language's own names are handed in as well: found through the fence alone, each `Math.min` of a
 * kernel would take a hundred times as long.
 */
function evaluate(bundle: string, scope: object, globals: Record<string, unknown>): void {
  const names = languageNames.filter((name) => name !== 'undefined');
  const values = names.map((name) => globals[name]);
  const code = `with (scope) { return function (${names.join(', ')}) {\n${bundle}\n}; }\n//# sourceURL=index.js`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the bundle is what is to be run
  const script = new Function('scope', code) as (scope: object) => (...values: unknown[]) => void;
  script(scope).apply(globals, values);
}

/** `Function` still tells what a function is, but makes none. */
function withoutCode(target: FunctionConstructor, refuse: () => never): FunctionConstructor {
  return new Proxy(target, { apply: refuse, construct: refuse });
}

/** UXP's `Error` does not know the option `cause`. */
function withoutCause(target: ErrorConstructor): ErrorConstructor {
  return new Proxy(target, {
    apply: (_, __, values: unknown[]) => Reflect.construct(target, values.slice(0, 1)) as Error,
    construct: (_, values: unknown[], newTarget: NewableFunction) =>
      Reflect.construct(target, values.slice(0, 1), newTarget) as Error,
  });
}
