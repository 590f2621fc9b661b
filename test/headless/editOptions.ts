import { basename, isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseReach, type ReachOptions } from './reachOptions';
import { UserError } from './userError';

/** What `headless edit` was asked to do. Paths are absolute. */
export interface EditOptions extends AskOptions {
  readonly out: string;
  readonly preview?: string | undefined;
  readonly flat?: string | undefined;
  readonly report?: string | undefined;
}

/** As much of it as `--dry-run` needs. */
export interface AskOptions {
  readonly document: string;
  readonly selection: SelectionOption;
  /** As the plugin's own door takes it: what is wrong with it, the plugin says. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly data?: string | undefined;
  /** Files that are shown to the model, in the order of the request's references. */
  readonly shown?: readonly string[];
  readonly reach?: ReachOptions;
}

export type SelectionOption =
  | { readonly kind: 'none' }
  | { readonly kind: 'mask'; readonly path: string }
  | { readonly kind: 'rect'; readonly rect: { left: number; top: number; right: number; bottom: number } }
  | { readonly kind: 'channel'; readonly name: string };

export const usage = [
  'headless edit --document IN.psd|psb|png|jpg [--selection MASK.png | L,T,R,B | channel:NAME]',
  '--operation remove|inpaint|instruct|outpaint|replace|style|generate [--prompt TEXT] [--grow PX] [--feather PX] [--seed N]',
  '[--expand L,T,R,B | --aspect W:H | --size WxH] [--anchor center|top-left|top|…] (outpaint: the new canvas)',
  '[--reference layer:NAME:ROLE | file:PATH:ROLE]… (ROLE: identity, style, product, plain)',
  '[--policy best|cheapest|fastest|private|provider:NAME|model:ID] [--model auto|local|ID]',
  '[--grain off|subtle|full (sharpness and grain as around)]',
  '[--variants N (the one with the best findings is placed)] [--strength 0..1] [--max-price DOLLARS]',
  '[--endpoint NAME=URL]… [--key NAME=VALUE]… (or INLAY_KEY_NAME in the environment)',
  '[--preset sd-server|vllm-omni|sglang|localai (what stands behind --endpoint openai=URL)] [--marking words|copy]',
  '--out OUT.psd|psb [--preview BEFORE_AFTER.png] [--flat FLAT.png] [--report REPORT.json] [--data DIR]',
  '| --dry-run (prints the route and the price as JSON)',
].join(' ');

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const known = {
  ...{ document: text, selection: text, operation: text, prompt: text, grow: text, feather: text, seed: text },
  ...{ policy: text, variants: text, strength: text, 'max-price': text },
  ...{ reference: texts, endpoint: texts, key: texts, preset: text, marking: text, grain: text },
  ...{ expand: text, aspect: text, size: text, anchor: text },
  'dry-run': { type: 'boolean' } as const,
  ...{ model: text, out: text, preview: text, flat: text, report: text, data: text },
};

/** Throws `UserError`. `from`: the folder that relative paths count from. */
export function parseEditOptions(
  args: readonly string[],
  from: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): EditOptions {
  const values = parsed(args);
  const path = (value: string | undefined) => (value === undefined ? undefined : absolute(value, from));
  return {
    ...asked(values, from, environment),
    out: absolute(required(values, 'out'), from),
    preview: path(values.preview),
    flat: path(values.flat),
    report: path(values.report),
  };
}

/** Whether nothing is to be edited, only asked who would do it. */
export function isDryRun(args: readonly string[]): boolean {
  return args.includes('--dry-run');
}

/** The same for `--dry-run`. Throws `UserError`. */
export function parseDryRun(
  args: readonly string[],
  from: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): AskOptions {
  const values = parsed(args);
  if (values.out !== undefined) throw new UserError('--dry-run writes nothing: leave --out away.');
  return asked(values, from, environment);
}

function asked(values: Values, from: string, environment: Readonly<Record<string, string | undefined>>): AskOptions {
  const references = (values.reference ?? []).map((value) => parseReference(value, from));
  return {
    document: absolute(required(values, 'document'), from),
    selection: parseSelection(values.selection, from),
    request: { ...requestFrom(values, references), ...growthFrom(values) },
    shown: references.flatMap(({ path: file }) => (file === undefined ? [] : [file])),
    reach: parseReach(values.endpoint, values.key, environment, values.preset),
    data: values.data === undefined ? undefined : absolute(values.data, from),
  };
}

/** How far the picture is to be extended: one of three ways. */
function growthFrom({ expand, aspect, size, anchor }: Values): { readonly growth?: object } {
  if ([expand, aspect, size].filter((given) => given !== undefined).length > 1) {
    throw new UserError('--expand, --aspect and --size say the same in three ways: give one of them.');
  }
  const at = anchor === undefined ? {} : { anchor };
  if (expand !== undefined) {
    const [left, top, right, bottom] = numbersIn(
      expand,
      /^(\d+),(\d+),(\d+),(\d+)$/,
      '--expand takes L,T,R,B in pixels',
    );
    return { growth: { kind: 'expand', left, top, right, bottom, ...at } };
  }
  if (aspect !== undefined) {
    const [across, down] = numbersIn(aspect, /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/, '--aspect takes W:H, such as 4:5');
    return { growth: { kind: 'aspect', across, down, ...at } };
  }
  if (size === undefined) {
    if (anchor !== undefined)
      throw new UserError('--anchor says where the picture stands: give --aspect or --size as well.');
    return {};
  }
  const [width, height] = numbersIn(size, /^(\d+)x(\d+)$/, '--size takes WxH in pixels');
  return { growth: { kind: 'size', width, height, ...at } };
}

function numbersIn(value: string, shape: RegExp, says: string): readonly number[] {
  const [whole, ...numbers] = shape.exec(value) ?? [];
  if (whole === undefined) throw new UserError(`${says}, not “${value}”.`);
  return numbers.map(Number);
}

type Values = {
  readonly [Name in Exclude<keyof typeof known, 'dry-run'>]?: (typeof known)[Name] extends { readonly multiple: true }
    ? string[]
    : string;
};

function parsed(args: readonly string[]): Values {
  try {
    return parseArgs({ args: withSigns(args), options: known, strict: true }).values;
  } catch (error) {
    const [reason = ''] = String(error)
      .replace(/^\w*Error[^:]*: /, '')
      .split(/\n|\. /);
    throw new UserError(`${reason}. Use: ${usage}`);
  }
}

/** A value such as `-20,0,50,50` must not read as an option. */
function withSigns(args: readonly string[]): string[] {
  return args.reduce<string[]>((joined, arg) => {
    const before = joined.at(-1);
    if (/^-\d/.test(arg) && before?.startsWith('--') === true && !before.includes('=')) {
      return [...joined.slice(0, -1), `${before}=${arg}`];
    }
    return [...joined, arg];
  }, []);
}

function required(values: Values, name: 'document' | 'out' | 'operation'): string {
  const value = values[name];
  if (value === undefined || value === '') throw new UserError(`--${name} is missing. Use: ${usage}`);
  return value;
}

function absolute(path: string, from: string): string {
  return isAbsolute(path) ? path : resolve(from, path);
}

function requestFrom(values: Values, references: readonly Reference[]): Readonly<Record<string, unknown>> {
  const { prompt, model, policy, marking, grain } = values;
  const request: Record<string, unknown> = { operation: required(values, 'operation') };
  if (prompt !== undefined) request['prompt'] = prompt;
  if (model !== undefined) request['model'] = model;
  if (policy !== undefined) request['policy'] = policy;
  if (marking !== undefined) request['marking'] = marking;
  if (grain !== undefined) request['grain'] = grain;
  for (const name of ['grow', 'feather', 'seed', 'variants', 'strength'] as const) {
    const value = values[name];
    if (value !== undefined) request[name] = numberFrom(name, value);
  }
  const most = values['max-price'];
  if (most !== undefined) request['maxDollars'] = numberFrom('max-price', most);
  if (references.length > 0) request['references'] = references.map(({ from, role }) => ({ from, role }));
  return request;
}

/** A reference as the request names it, and the file that has to be open for that. */
interface Reference {
  readonly from:
    { readonly kind: 'layer'; readonly name: string } | { readonly kind: 'document'; readonly title: string };
  readonly role: string;
  readonly path?: string;
}

function parseReference(value: string, from: string): Reference {
  const [, kind, name = '', role = ''] = /^(layer|file):(.+):([a-z]+)$/.exec(value) ?? [];
  if (kind === 'layer') return { from: { kind, name }, role };
  if (kind === 'file') return { from: { kind: 'document', title: basename(name) }, role, path: absolute(name, from) };
  throw new UserError(`--reference ${value} is none: it takes layer:NAME:ROLE or file:PATH:ROLE.`);
}

function numberFrom(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new UserError(`--${name} takes a number, not “${value}”.`);
  return number;
}

function parseSelection(value: string | undefined, from: string): SelectionOption {
  if (value === undefined) return { kind: 'none' };
  if (value.startsWith('channel:')) return { kind: 'channel', name: value.slice('channel:'.length) };
  const edges = value.split(',').map((edge) => edge.trim());
  if (edges.length !== 4 || !edges.every((edge) => /^-?\d+$/.test(edge))) {
    return { kind: 'mask', path: absolute(value, from) };
  }
  const [left = 0, top = 0, right = 0, bottom = 0] = edges.map(Number);
  if (right <= left || bottom <= top) {
    throw new UserError(
      `--selection ${value} is empty: it takes LEFT,TOP,RIGHT,BOTTOM in pixels, right and bottom beyond left and top.`,
    );
  }
  return { kind: 'rect', rect: { left, top, right, bottom } };
}
