import type { Mask } from '../image/mask';
import type { Raster } from '../image/raster';
import type { Size } from '../image/rect';
import type { PictureFormat } from '../image/sniffFormat';

/** The kinds of edit. Those that can be run are files in `edit/operations/`. */
export type OperationId = 'instruct' | 'inpaint' | 'remove' | 'outpaint' | 'style' | 'replace' | 'generate';

/** What a reference is shown for. */
export type ReferenceRole = 'identity' | 'style' | 'product' | 'plain';

/** What models are good at, each in its measure. */
export type Capability =
  | 'instruction'
  | 'identity'
  | 'precision'
  | 'structure'
  | 'photorealism'
  | 'clauses'
  | 'text'
  | 'severalReferences'
  | 'singleIdentity'
  /** Continuing what lies behind a thing that is taken out. */
  | 'removal';

/** 1 weak … 5 best. */
export type Strength = 1 | 2 | 3 | 4 | 5;

/** All that routing and the panel may know about a model: data only, so that a catalog file can replace it. */
export interface ModelSpec {
  readonly id: string;
  /** Short or former names that people type. */
  readonly aliases: readonly string[];
  /** Who serves it: an id of `catalog.providers`. */
  readonly provider: string;
  /** What the service calls it. */
  readonly wireId: string;
  /** Which models are one and the same, whoever serves them. */
  readonly family: string;
  readonly label: string;
  /** Why it would be chosen, in at most four words. */
  readonly strongPoint: string;
  readonly operations: readonly OperationId[];
  readonly mask: 'soft' | 'binary' | 'none';
  /** How many references it can be shown beside the source. */
  readonly references: number;
  /** Hosted models take 8-bit sRGB; the local engine the document's own depth and space. */
  readonly takes: 'srgb8' | 'document';
  readonly size: SizeRule;
  readonly variantsPerCall: number;
  readonly price: PriceRule;
  readonly strengths: Readonly<Record<Capability, Strength>>;
  /** Edits in a row over one area before it shows. */
  readonly cleanPasses: number;
  /** The masked pixels up to which its strengths hold; beyond, each falls by one for every doubling. */
  readonly holdsUpToPixels?: number;
  /** What a call usually takes, in seconds; for the policy "fastest". */
  readonly usualSeconds: number;
  /** What the service keeps of the pictures, in one sentence. */
  readonly retention: string;
  /** The day the service said it would end, `2026-10-02`. */
  readonly goneSince?: string;
  /** The id of the model that takes its place once it is gone. */
  readonly successor?: string;
  /** The kind of server that it runs on, where a provider's address may lead to several kinds; its file knows them. */
  readonly preset?: string;
  /** A graph of one's own, in its server's API format, with marked inputs; its provider's file says how they are marked. */
  readonly graph?: Readonly<Record<string, unknown>>;
}

/** Which sizes a model takes and gives, in pixels. */
export type SizeRule =
  | { readonly kind: 'as-the-input'; readonly maxPixels: number }
  | {
      readonly kind: 'multiples';
      readonly of: number;
      readonly minSide: number;
      readonly maxSide: number;
      readonly maxPixels: number;
    }
  | { readonly kind: 'ratios'; readonly ratios: readonly string[]; readonly tiers: readonly SizeTier[] }
  | { readonly kind: 'list'; readonly sizes: readonly Size[] };

/** `name` as the service writes it, and about how many pixels it gives. */
export interface SizeTier {
  readonly name: string;
  readonly pixels: number;
}

/** In US dollars. Megapixels (of 2²⁰ pixels) are counted whole, rounded up for each picture. */
export type PriceRule =
  | { readonly kind: 'free' }
  | { readonly kind: 'per-picture'; readonly dollars: number; readonly basis: PriceBasis }
  | {
      readonly kind: 'per-tier';
      readonly dollars: Readonly<Record<string, number>>;
      /** For each picture that goes in. */
      readonly in: number;
      /** What a tier that is not in the list can cost. */
      readonly otherwiseAtMost: number;
      readonly basis: PriceBasis;
    }
  | {
      readonly kind: 'per-megapixel';
      readonly firstOut: number;
      readonly furtherOut: number;
      readonly in: number;
      readonly basis: PriceBasis;
    }
  /** The service names no price beforehand; a cap treats it as `atMost`. */
  | { readonly kind: 'unlisted'; readonly atMost: number };

/** `listed` by the service itself, or an `estimate` from what others report. */
export type PriceBasis = 'listed' | 'estimate';

/** What the crop goes out as. Tier and ratio are the service's words, where its rule has such. */
export interface RequestedSize extends Size {
  readonly tier?: string;
  readonly ratio?: string;
}

/** A picture that is shown to the model and not edited: 8-bit sRGB, 3 channels. */
export interface CallReference {
  readonly role: ReferenceRole;
  /** As the retoucher knows it: a layer's or a file's name. */
  readonly label: string;
  readonly image: Raster;
}

/** What a model is asked, in its canonical form. Masks have the source's size; references stand in the prompt's order. */
export interface ModelCall {
  readonly operation: OperationId;
  /** As it goes out: with all that the helpers added. */
  readonly prompt: string;
  /** Nothing where a picture is made from nothing. */
  readonly source?: Raster;
  /** Hard: full scale is to be made anew, 0 is kept. Nothing where all may change. */
  readonly mask?: Mask;
  readonly references: readonly CallReference[];
  readonly size: RequestedSize;
  readonly seed: number;
  /** 0 keeps, 1 repaints fully. */
  readonly strength: number;
  readonly variants: number;
}

export interface CallContext {
  readonly signal: AbortSignal;
  /** Share of the call that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** The place in the service's queue, where it tells one: 1 is next; 0 as soon as it works on it. */
  readonly onQueue?: (place: number) => void;
  /** As soon as the service has named the request: from here on, fetching its result may be repeated freely. */
  readonly onRequestId?: (id: string) => void;
  /** Opens a picture that only the editor can read. Absent: an answer in such a format cannot be used. */
  readonly decode?: (bytes: Uint8Array, format: PictureFormat, signal: AbortSignal) => Promise<Raster>;
}

/** A capability that the service lacks is a warning in the answer, never silence and never a failure. */
export interface ModelWarning {
  readonly text: string;
}

/** Pictures of any size: what was asked for stands in the call, what came in the pictures. */
export interface ModelAnswer {
  readonly images: readonly Raster[];
  readonly warnings: readonly ModelWarning[];
  /** What the service says it charged, in US dollars. */
  readonly dollars?: number;
  readonly requestId?: string;
}

export interface EditModel {
  readonly spec: ModelSpec;
  /** Throws `model.*`, `net.*` and `Cancelled`; `base/charge.ts` says of each whether it may have been charged. */
  edit(call: ModelCall, context: CallContext): Promise<ModelAnswer>;
}

/** One service: how to speak to it, whichever of its models is asked. */
export interface Provider {
  /** As in `catalog.providers`. */
  readonly id: string;
  edit(spec: ModelSpec, call: ModelCall, context: CallContext): Promise<ModelAnswer>;
}

/** Where a service is and what opens it; asked for anew with every request, since either may change at any time. */
export interface Reach {
  /** An address of the retoucher's, without a slash at its end; nothing where the service's own stands. */
  rootOf(provider: string): Promise<string | undefined>;
  /** Nothing where there is no key. An empty one means that none is needed. */
  keyOf(provider: string): Promise<string | undefined>;
}

/** All that routing and the panel may know about a service, as data. */
export interface ProviderSpec {
  readonly id: string;
  readonly label: string;
  /** `own`: a server of the retoucher's own, which needs a key only where they have set one. */
  readonly key: 'required' | 'own' | 'none';
  /** The root below which its paths lie, without a version; empty where nothing is sent anywhere. */
  readonly root: string;
  /** Hosts that the key may go to; `*.` stands for any subdomain. */
  readonly hosts: readonly string[];
  /** Hosts that result files come from, without a key. */
  readonly resultHosts: readonly string[];
  /** Calls that may be under way at once. */
  readonly concurrency: number;
  /** `real`: a call that is under way can be stopped; `waiting`: only while it queues; `none`: it is still charged. */
  readonly cancel: 'real' | 'waiting' | 'none';
  readonly progress: 'share' | 'queue' | 'log' | 'steps' | 'none';
  /** The provider whose file storage it needs, since it takes public links only. */
  readonly uploadsThrough?: string;
}

/** Every model that can be called and who serves it. */
export interface Catalog {
  readonly version: 1;
  readonly providers: readonly ProviderSpec[];
  readonly models: readonly ModelSpec[];
}
