import { z } from 'zod';
import { editRequest, type EditRequest, operations, type RunnableOperation } from '../edit/operations';
import type { Storage } from '../host/host';
import type { Settings } from './state';

const file = 'settings.json';

/** An address without a path's end, such as `http://127.0.0.1:8188`. */
const address = /^https?:\/\/[^/\s?#]+(\/[^\s?#]*[^/\s?#])?$/;
const endpoint = z.string().regex(address);
const cap = z.number().min(0).optional();

const operationName = z.string().refine((name): name is RunnableOperation => name in operations);

const settingsSchema = z.object({
  placeAutomatically: z.boolean().catch(false),
  actionsWait: z.boolean().catch(true),
  endpoints: z.record(z.string(), endpoint).catch({}),
  presets: z.record(z.string(), z.string()).catch({}),
  keyed: z.array(z.string()).catch([]),
  policy: z.enum(['best', 'cheapest', 'fastest', 'private']).catch('best'),
  grain: z.enum(['off', 'subtle', 'full']).catch('subtle'),
  pins: z.partialRecord(operationName, z.string().optional()).catch({}),
  caps: z.object({ call: cap, day: cap, client: cap }).catch({}),
  client: z.string().catch(''),
});

const kept = z.object({
  settings: settingsSchema.catch(settingsSchema.parse({})),
  lastRequest: editRequest.optional().catch(undefined),
});

/** What outlives the session. A damaged file is as good as none. */
export interface Kept {
  readonly settings: Settings;
  readonly lastRequest?: EditRequest | undefined;
}

export const defaultSettings: Settings = settingsSchema.parse({});

export async function readKept(storage: Storage): Promise<Kept> {
  const text = await storage.read(file);
  try {
    return kept.parse(text === undefined ? {} : JSON.parse(text));
  } catch {
    return { settings: defaultSettings };
  }
}

/** Throws `host.disk-full` or `host.storage`. */
export async function writeKept(storage: Storage, value: Kept): Promise<void> {
  await storage.write(file, JSON.stringify(value));
}

/** An address as it is kept, empty for none; nothing where the text is no address. */
export function readAddress(text: string): string | undefined {
  const plain = text.trim().replace(/\/+$/, '');
  return plain === '' || address.test(plain) ? plain : undefined;
}
