import { documentNames, hostNames } from '../globals';

/** What a fenced plugin sees besides the language, and where it comes from. */
export interface Sources {
  /** The window whose document the plugin has. */
  readonly window: Window & typeof globalThis;
  /** What `require` answers, by name: `photoshop`, `uxp` and so on. Any other name throws. */
  readonly modules: Readonly<Record<string, unknown>>;
  /** What behaves as UXP's by itself, and so stands where the host supplies nothing else. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** What the host puts in reach: `fetch`, `ImageBlob`, `URL`, timers and so on; only names that UXP has. */
  readonly supplied: Readonly<Record<string, unknown>>;
}

/** The names that the plugin may see besides the language's, and their values; members that UXP lacks are hidden. */
export function ownNames(sources: Sources, probes: Set<string>): Record<string, unknown> {
  const { window, modules, defaults, supplied } = sources;
  const own: Record<string, unknown> = { require: requireFrom(modules) };
  for (const name of documentNames) own[name] = bound(window, name);
  for (const [name, value] of Object.entries({ ...defaults, ...checkNames(supplied) })) {
    own[name] = limited(name, value, probes);
  }
  return own;
}

/** What a browser and Node have alike, where that behaves as UXP's. There is no network unless the host brings one. */
export function commonDefaults(): Readonly<Record<string, unknown>> {
  return {
    ...{ Headers, Request, Response, Blob, URL, AbortController, AbortSignal, ReadableStream, WritableStream },
    ...{ TransformStream, CountQueuingStrategy, ByteLengthQueuingStrategy, btoa, atob, crypto, performance },
    ...{ navigator: {}, fetch: refuseToFetch },
  };
}

function requireFrom(modules: Readonly<Record<string, unknown>>): (name: string) => unknown {
  return (name) => {
    if (Object.hasOwn(modules, name)) return modules[name];
    throw new Error(`Cannot find module "${name}": UXP has no such module.`);
  };
}

function checkNames(globals: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known: readonly string[] = hostNames;
  const unknown = Object.keys(globals).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`${unknown} is not among the names that UXP puts in reach.`);
  return globals;
}

function refuseToFetch(address: unknown): Promise<never> {
  return Promise.reject(new Error(`Permission denied to the url ${String(address)}. Manifest entry not found.`));
}

/** The document's functions want their window; its classes stay as they are. */
function bound(window: Window & typeof globalThis, name: string): unknown {
  const value: unknown = Reflect.get(window, name);
  return typeof value === 'function' && /^[a-z]/.test(name) ? value.bind(window) : value;
}

/** What UXP has of some objects of which Node has more. */
const membersOf = new Map([
  ['crypto', ['getRandomValues', 'randomUUID']],
  ['performance', ['now']],
  ['navigator', []],
]);

/** Statics that UXP does not document. */
const absentStatics = new Map([['AbortSignal', ['timeout', 'any']]]);

/** Hides the members that UXP lacks, and notes when one is asked for. */
function limited(name: string, value: unknown, probes: Set<string>): unknown {
  const members = membersOf.get(name);
  const absent = absentStatics.get(name);
  if (!isObject(value) || (!members && !absent)) return value;
  const isHidden = (key: string) => (members ? !members.includes(key) : absent?.includes(key));
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'string' && isHidden(key)) {
        probes.add(`${name}.${key}`);
        return undefined;
      }
      const member: unknown = Reflect.get(target, key);
      return typeof member === 'function' && members ? (member.bind(target) as unknown) : member;
    },
  });
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
