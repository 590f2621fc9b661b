import { languageNames } from '../globals';

/** A fenced world for a script: what it sees as `window`, and the way to run it there. */
export interface Fence {
  readonly globals: Record<string, unknown>;
  readonly run: (script: string) => void;
}

/**
 * A world like UXP's for a built plugin, in the caller's realm: what the plugin makes and what the stand-in makes are of
 * the same classes. `with` puts the fenced names before all others, so that nothing of Node or of a browser is in reach.
 * `own` are the names beyond the language's; asked for any other, it notes that in `probes` and answers nothing.
 */
export function createFence(own: Record<string, unknown>, probes: Set<string>): Fence {
  for (const name of languageNames) own[name] = Reflect.get(globalThis, name);
  const refuseCode = (): never => {
    probes.add('code from a string');
    throw new EvalError('Code generation from strings disallowed for this context');
  };
  Object.assign(own, { eval: refuseCode, Function: withoutCode(Function, refuseCode), Error: withoutCause(Error) });
  const globals = fence(own, probes);
  Object.assign(own, { window: globals, self: globals, globalThis: globals });
  return { globals, run: (script) => evaluate(script, scopeOf(own, globals), globals) };
}

/** Makes the document's way to its window end at the plugin's own. */
export function closeDefaultView(document: Document, view: object): void {
  Object.defineProperty(document, 'defaultView', { get: () => view, configurable: true });
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
