import type { FileLayer } from '../photoshop/modules/uxp/files';
import { decodeUtf8, encodeUtf8 } from '../photoshop/modules/uxp/utf8';
import { UserError } from './userError';

/** The services that can be reached, by the names of the command line. */
export const services = ['bfl', 'gemini', 'fal', 'replicate', 'openai', 'comfyui', 'a1111', 'versely'] as const;
type Service = (typeof services)[number];

/** Where services are, and what opens them. */
export interface ReachOptions {
  readonly endpoints: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
  /** The kind of server behind a service's address, where several kinds speak its tongue. */
  readonly presets?: Readonly<Record<string, string>>;
}

/** The kinds of server that speak like OpenAI, by the names that the plugin's settings keep. */
const presets = ['sd-server', 'vllm-omni', 'sglang', 'localai'] as const;

/** From `NAME=URL`, `NAME=VALUE`, and `INLAY_KEY_NAME` in the environment. Throws `UserError`, which repeats no key. */
export function parseReach(
  endpoints: readonly string[] = [],
  keys: readonly string[] = [],
  environment: Readonly<Record<string, string | undefined>> = {},
  preset?: string,
): ReachOptions {
  const fromEnvironment = services.flatMap((name) => {
    const key = environment[`INLAY_KEY_${name.toUpperCase()}`];
    return key === undefined ? [] : [[name, key] as const];
  });
  return {
    endpoints: Object.fromEntries(endpoints.map((text) => parseEndpoint(text))),
    keys: Object.fromEntries([...fromEnvironment, ...keys.map((text) => split(text, '--key'))]),
    ...(preset !== undefined && { presets: { openai: parsePreset(preset) } }),
  };
}

function parsePreset(name: string): string {
  if (presets.some((known) => known === name)) return name;
  throw new UserError(
    `--preset ${name} is none: it takes one of ${presets.join(', ')}, which stand behind --endpoint openai=URL.`,
  );
}

function parseEndpoint(text: string): readonly [Service, string] {
  const [name, address] = split(text, '--endpoint');
  const root = address.replace(/\/+$/, '');
  if (!/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(root)) {
    throw new UserError(`--endpoint ${name} takes an address such as http://127.0.0.1:9001, not “${address}”.`);
  }
  return [name, root];
}

function split(text: string, option: string): readonly [Service, string] {
  const at = text.indexOf('=');
  const name = services.find((known) => known === text.slice(0, at));
  if (at < 0 || name === undefined) {
    throw new UserError(
      `${option} takes NAME=${option === '--key' ? 'VALUE' : 'URL'}; NAME is one of ${services.join(', ')}.`,
    );
  }
  return [name, text.slice(at + 1)];
}

/** What the plugin's secret store holds of it, as the plugin writes it. */
export function secretsFrom({ keys }: ReachOptions): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(keys).map(([name, key]) => [`key.${name}`, `=${key}`]));
}

/** An endpoint on this machine stands for a plugin that was built to reach it, whatever its ports. */
export function hostsFrom({ endpoints }: ReachOptions): readonly string[] {
  const names = Object.values(endpoints).map((address) => new URL(address).hostname);
  return names.some((name) => loopback.includes(name)) ? loopback : [];
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Writes the endpoints, and what stands there, into the plugin's settings, beside what these hold already. */
export function writeEndpoints({ endpoints, presets: kinds = {} }: ReachOptions) {
  return async (files: FileLayer, folder: string): Promise<void> => {
    if (Object.keys(endpoints).length + Object.keys(kinds).length === 0) return;
    const path = `${folder}/settings.json`;
    await files.makeFolder(folder);
    const before = (await files.details(path)) ? readObject(await files.read(path)) : {};
    const settings = objectIn(before, 'settings');
    const merged = {
      ...settings,
      endpoints: { ...objectIn(settings, 'endpoints'), ...endpoints },
      presets: { ...objectIn(settings, 'presets'), ...kinds },
    };
    await files.write(path, encodeUtf8(JSON.stringify({ ...before, settings: merged })), 'replace');
  };
}

function readObject(bytes: Uint8Array): object {
  try {
    const value: unknown = JSON.parse(decodeUtf8(bytes));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function objectIn(container: object, name: string): object {
  const value: unknown = Reflect.get(container, name);
  return typeof value === 'object' && value !== null ? value : {};
}
