import { z } from 'zod';
import type { Catalog, ModelSpec, PriceRule, ProviderSpec, SizeRule } from './model';
import { operationIds } from './operationIds';

/** Every limit is far beyond what a real catalog has, and near enough to keep a damaged one from filling the memory. */
const id = z.string().min(1).max(100);
const sentence = z.string().max(300);
const label = z.string().min(1).max(80);
const dollars = z.number().min(0).max(1000);
const pixels = z.int().min(1).max(1e9);
const side = z.int().min(1).max(100_000);
const strength = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const basis = z.enum(['listed', 'estimate']);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'it takes a day such as 2026-10-02');

const sizeRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('as-the-input'), maxPixels: pixels }),
  z.strictObject({
    kind: z.literal('multiples'),
    of: z.int().min(1).max(1024),
    minSide: side,
    maxSide: side,
    maxPixels: pixels,
  }),
  z.strictObject({
    kind: z.literal('ratios'),
    ratios: z
      .array(z.string().regex(/^[1-9]\d?:[1-9]\d?$/, 'it takes a ratio such as 16:9'))
      .min(1)
      .max(50),
    tiers: z
      .array(z.strictObject({ name: label, pixels }))
      .min(1)
      .max(20),
  }),
  z.strictObject({
    kind: z.literal('list'),
    sizes: z
      .array(z.strictObject({ width: side, height: side }))
      .min(1)
      .max(50),
  }),
]) satisfies z.ZodType<SizeRule>;

const priceRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('per-picture'), dollars, basis }),
  z.strictObject({
    kind: z.literal('per-tier'),
    dollars: z.record(label, dollars),
    in: dollars,
    otherwiseAtMost: dollars,
    basis,
  }),
  z.strictObject({ kind: z.literal('per-megapixel'), firstOut: dollars, furtherOut: dollars, in: dollars, basis }),
  z.strictObject({ kind: z.literal('unlisted'), atMost: dollars }),
]) satisfies z.ZodType<PriceRule>;

const modelSpec = z.strictObject({
  id,
  aliases: z.array(id).max(30),
  provider: id,
  wireId: z.string().max(200),
  family: id,
  label,
  strongPoint: label,
  operations: z.array(z.enum(operationIds)).min(1).max(operationIds.length),
  mask: z.enum(['soft', 'binary', 'none']),
  references: z.int().min(0).max(64),
  takes: z.enum(['srgb8', 'document']),
  size: sizeRule,
  variantsPerCall: z.int().min(1).max(64),
  price: priceRule,
  strengths: z.strictObject({
    instruction: strength,
    identity: strength,
    precision: strength,
    structure: strength,
    photorealism: strength,
    clauses: strength,
    text: strength,
    severalReferences: strength,
    singleIdentity: strength,
    removal: strength,
  }),
  cleanPasses: z.int().min(0).max(1000),
  holdsUpToPixels: pixels.exactOptional(),
  lastResortFor: z.array(z.enum(operationIds)).max(operationIds.length).exactOptional(),
  usualSeconds: z.number().min(0).max(3600),
  retention: sentence,
  graph: z.record(id, z.unknown()).exactOptional(),
  goneSince: day.exactOptional(),
  successor: id.exactOptional(),
  preset: id.exactOptional(),
}) satisfies z.ZodType<ModelSpec>;

const hosts = z.array(z.string().min(1).max(200)).max(30);

const providerSpec = z.strictObject({
  id,
  label,
  key: z.enum(['required', 'own', 'none']),
  root: z.string().max(200),
  hosts,
  resultHosts: hosts,
  concurrency: z.int().min(1).max(100),
  cancel: z.enum(['real', 'waiting', 'none']),
  progress: z.enum(['share', 'queue', 'log', 'steps', 'none']),
  uploadsThrough: id.exactOptional(),
}) satisfies z.ZodType<ProviderSpec>;

/** The shape of a catalog; what its parts say of one another is judged by `importCatalog.ts`. */
export const catalogSchema = z.strictObject({
  version: z.literal(1),
  providers: z.array(providerSpec).max(50),
  models: z.array(modelSpec).min(1).max(500),
}) satisfies z.ZodType<Catalog>;
