import { sRGB, type Raster } from '../../src/image/raster';
import type { CallPictures } from '../../src/providers/pictures';
import type { CallReference, ModelCall, ModelSpec } from '../../src/routing/model';

/** A model of a service, with everything that a test does not care for filled in. */
export function aSpec(changes: Partial<ModelSpec> = {}): ModelSpec {
  return {
    id: 'acme-edit',
    aliases: [],
    provider: 'acme',
    wireId: 'acme/edit',
    family: 'acme',
    label: 'Acme Edit',
    strongPoint: 'Good at tests',
    operations: ['instruct', 'inpaint', 'generate'],
    mask: 'none',
    references: 4,
    takes: 'srgb8',
    size: { kind: 'multiples', of: 16, minSide: 64, maxSide: 2048, maxPixels: 4_000_000 },
    variantsPerCall: 1,
    price: { kind: 'per-picture', dollars: 0.04, basis: 'listed' },
    strengths: {
      instruction: 3,
      identity: 3,
      precision: 3,
      structure: 3,
      photorealism: 3,
      clauses: 3,
      text: 3,
      severalReferences: 3,
      singleIdentity: 3,
      removal: 3,
    },
    cleanPasses: 5,
    usualSeconds: 10,
    retention: 'Nothing is kept.',
    ...changes,
  };
}

/** A call of 64 by 48 pixels that asks for as many. */
export function aCall(changes: Partial<ModelCall> = {}): ModelCall {
  return {
    operation: 'instruct',
    prompt: 'Make the sky red.',
    source: plain(64, 48),
    references: [],
    size: { width: 64, height: 48 },
    seed: 7,
    strength: 1,
    variants: 1,
    ...changes,
  };
}

/** A call for a picture from nothing. */
export function aCallFromNothing(changes: Partial<ModelCall> = {}): ModelCall {
  const { source: _, ...rest } = aCall({ operation: 'generate', prompt: 'A red sky.', ...changes });
  return rest;
}

export function aReference(label: string): CallReference {
  return { role: 'product', label, image: plain(16, 16) };
}

/** A picture of one color. */
export function plain(width: number, height: number, [red, green, blue] = [90, 120, 200]): Raster {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => [red, green, blue][i % 3] ?? 0);
  return { width, height, channels: 3, space: sRGB, data };
}

/** Files that say what they are: a source, a mask and as many references. */
export function files(references = 0): Required<CallPictures> {
  return {
    source: file('source'),
    mask: file('mask'),
    references: Array.from({ length: references }, (_, i) => file(`reference ${i + 1}`)),
  };
}

export function file(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** A body as it would be read: files written out as their text after what stands before them. */
export function written(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(written);
  if (typeof body !== 'object' || body === null) return body;
  if (isEmbedded(body)) return `${body.before}<${Buffer.from(body.file).toString('latin1')}>`;
  const entries = Object.entries(body).map(([name, value]) => [name, written(value)] as const);
  return Object.fromEntries(entries);
}

function isEmbedded(value: object): value is { before: string; file: Uint8Array } {
  return 'before' in value && 'file' in value;
}
