import { z } from 'zod';

const rect = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });

const placed = z.looseObject({
  outcome: z.literal('placed'),
  operation: z.string(),
  route: z.looseObject({
    model: z.string(),
    provider: z.string(),
    reason: z.string(),
    price: z.string(),
    scale: z.string(),
  }),
  layers: z.array(z.object({ id: z.number(), name: z.string(), bounds: rect, maskBounds: rect })).min(1),
  findings: z.array(z.looseObject({ check: z.string(), value: z.number(), verdict: z.string() })),
  milliseconds: z.record(z.string(), z.number()),
});

const notPlaced = z.object({ outcome: z.enum(['failed', 'cancelled', 'started']), reason: z.string().optional() });

/** What the plugin's own door answers. */
export const pluginReport = z.discriminatedUnion('outcome', [placed, notPlaced]);

export type PluginReport = z.infer<typeof pluginReport>;
export type PlacedReport = z.infer<typeof placed>;

/** What the runner measured on the stand-in. */
export interface Measured {
  /** What OUT is, whatever it is named. */
  readonly format: 'psd' | 'psb';
  /** Scopes; the longest in ms, without the stand-in's own pixel work. */
  readonly modal: { readonly count: number; readonly longest: number };
  readonly imaging: { readonly undisposed: number; readonly peakBytes: number };
  /** Array buffers alive beyond the stand-in's own. */
  readonly buffers: { readonly peakBytes: number };
  /** States that the edit added to the document's history. */
  readonly history: { readonly added: number };
  readonly refusals: readonly { readonly rule: string }[];
  /** What the stand-in could not draw, and what it built on instead. */
  readonly notes: readonly string[];
}

/** The report of `headless edit`. */
export type EditReport = PlacedReport & Measured;
