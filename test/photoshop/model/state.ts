/**
 * What a document is, as plain values that never change: an edit makes a new state that shares all that stayed. History
 * is a list of states, and rolling back is taking an old one. Nothing here knows Photoshop's modules, a file or Node.
 *
 * Rectangles are in document pixels, right and bottom exclusive. Samples are as Photoshop counts them: 8 bit 0 to 255,
 * 16 bit 0 to 32768, 32 bit 0 to 1 and beyond.
 */

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Depth = 8 | 16 | 32;
export type Mode = 'bitmap' | 'gray' | 'indexed' | 'rgb' | 'cmyk' | 'multichannel' | 'duotone' | 'lab';
export type Samples = Uint8Array | Uint16Array | Float32Array;

export interface DocumentState {
  readonly width: number;
  readonly height: number;
  /** Pixels per inch. */
  readonly resolution: number;
  readonly mode: Mode;
  readonly depth: Depth;
  /** The ICC profile, byte for byte; absent: untagged. */
  readonly profile?: Uint8Array;
  /** Top to bottom. */
  readonly layers: readonly LayerState[];
  /** Saved channels (selections and spot colors), in their order. */
  readonly channels: readonly ChannelState[];
  /** Absent: nothing is selected. */
  readonly selection?: Coverage;
  readonly guides?: readonly GuideState[];
  readonly activeLayers: readonly number[];
  readonly quickMask: boolean;
  /** The composite that stands in the file, where there is one and it is not a dummy. */
  readonly storedComposite?: LazyPlanes;
  /** What the file held beyond this model; only `psd/` looks inside. Absent: the document does not come from a PSD. */
  readonly origin?: unknown;
}

/** A soft area: 0 outside `bounds`, `samples` inside, one value a pixel, row by row. */
export interface Coverage {
  readonly bounds: Rect;
  readonly samples: Samples;
}

export interface GuideState {
  readonly id: number;
  readonly direction: 'horizontal' | 'vertical';
  /** Pixels from the left or the top of the canvas, in 32nds. */
  readonly coordinate: number;
}

export interface ChannelState {
  readonly id: number;
  readonly name: string;
  readonly kind: 'alpha' | 'spot';
  /** The size of the document, one plane. */
  readonly pixels: LazyPlanes;
}

/**
 * Planes that are decoded when they are first asked for. `color` has one plane for each channel of the mode; `alpha` is
 * absent where the source is opaque. The arrays are shared: never write into them.
 */
export interface LazyPlanes {
  readonly read: () => Planes;
  /** The bytes it was decoded from, so that what was not touched is written back as it came; only `psd/` looks inside. */
  readonly origin?: unknown;
}

export interface Planes {
  readonly color: readonly Samples[];
  readonly alpha?: Samples;
}

export type LayerKind =
  | 'pixel'
  | 'group'
  | 'text'
  | 'smartObject'
  | 'solidFill'
  | 'gradientFill'
  | 'patternFill'
  | 'adjustment'
  | 'video'
  | 'layer3d';

export interface LayerState {
  readonly id: number;
  readonly name: string;
  readonly kind: LayerKind;
  readonly isBackground: boolean;
  readonly visible: boolean;
  /** 0 to 255, as the file counts it. */
  readonly opacity: number;
  readonly fillOpacity: number;
  /** Four characters, as the file has it: `norm`, `mul `, `pass`, … */
  readonly blendMode: string;
  /** Clipped to the next layer below that is not. */
  readonly clipped: boolean;
  readonly locks: Locks;
  /** Where `pixels` stand; empty for groups and empty layers. May reach beyond the canvas. */
  readonly bounds: Rect;
  readonly pixels: LazyPlanes;
  readonly mask?: LayerMaskState;
  readonly hasVectorMask: boolean;
  /** Visible layer effects. */
  readonly hasEffects: boolean;
  /** Groups only, top to bottom. */
  readonly children?: readonly LayerState[];
  /** Groups only: an artboard and its area. */
  readonly artboard?: Rect;
  readonly xmp?: string;
  /** What the file held of this layer beyond this model; only `psd/` looks inside. */
  readonly origin?: unknown;
}

export interface Locks {
  readonly transparency: boolean;
  readonly pixels: boolean;
  readonly position: boolean;
  readonly all: boolean;
}

export interface LayerMaskState {
  readonly bounds: Rect;
  /** The value outside `bounds`: 0 or full scale. */
  readonly outside: number;
  readonly samples: () => Samples;
  readonly disabled: boolean;
  /** 0 to 255. */
  readonly density: number;
  /** Pixels. */
  readonly feather: number;
  readonly origin?: unknown;
}
