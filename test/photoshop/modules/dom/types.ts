import type { ChannelObject } from './channel';
import type { Guides } from './guides';
import type { HistoryStateObject } from './historyState';
import type { SelectionObject } from './selection';

/** A rectangle of the DOM. */
export interface BoundsObject {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export type Layers = LayerObject[] & { getByName(name: string): LayerObject; readonly typename: 'Layers' };

export interface LayerObject {
  readonly typename: 'Layer';
  readonly id: number;
  readonly _docId: number;
  readonly document: DocumentObject;
  readonly kind: string;
  name: string;
  visible: boolean;
  /** 0 to 100. */
  opacity: number;
  fillOpacity: number;
  blendMode: string;
  readonly isBackgroundLayer: boolean;
  isClippingMask: boolean;
  readonly locked: boolean;
  allLocked: boolean;
  pixelsLocked: boolean;
  positionLocked: boolean;
  transparentPixelsLocked: boolean;
  readonly layerMaskDensity: number;
  readonly layerMaskFeather: number;
  readonly bounds: BoundsObject;
  readonly boundsNoEffects: BoundsObject;
  readonly parent: LayerObject | null;
  readonly layers: Layers | null;
  readonly linkedLayers: Layers;
  readonly selected: boolean;
  move(relative: LayerObject, placement: unknown): void;
  bringToFront(): void;
  sendToBack(): void;
  delete(): void;
  duplicate(relative?: LayerObject, placement?: unknown, name?: string): Promise<LayerObject>;
  merge(): Promise<LayerObject>;
  translate(horizontal: unknown, vertical: unknown): Promise<void>;
}

export interface SaveAs {
  psd(entry: unknown, options?: unknown, asCopy?: unknown): Promise<void>;
  png(entry: unknown, options?: unknown, asCopy?: unknown): Promise<void>;
  jpg(entry: unknown, options?: unknown, asCopy?: unknown): Promise<void>;
}

export interface DocumentObject {
  readonly typename: 'Document';
  readonly id: number;
  readonly title: string;
  readonly name: string;
  readonly path: string;
  readonly saved: boolean;
  readonly cloudDocument: boolean;
  readonly width: number;
  readonly height: number;
  readonly resolution: number;
  readonly pixelAspectRatio: number;
  readonly mode: string;
  bitsPerChannel: string;
  readonly colorProfileName: string | null;
  readonly colorProfileType: string;
  quickMaskMode: boolean;
  readonly layers: Layers;
  readonly artboards: Layers;
  get activeLayers(): Layers;
  set activeLayers(chosen: readonly LayerObject[]);
  readonly backgroundLayer: LayerObject | null;
  activeHistoryState: HistoryStateObject;
  readonly historyStates: readonly HistoryStateObject[];
  readonly channels: readonly ChannelObject[];
  readonly guides: Guides;
  readonly selection: SelectionObject;
  createLayer(kind?: unknown, options?: unknown): Promise<LayerObject>;
  createPixelLayer(options?: unknown): Promise<LayerObject>;
  createLayerGroup(options?: unknown): Promise<LayerObject>;
  groupLayers(layers: readonly LayerObject[]): Promise<LayerObject>;
  duplicateLayers(layers: readonly LayerObject[], targetDocument?: DocumentObject): Promise<LayerObject[]>;
  duplicate(name?: unknown, mergeLayersOnly?: unknown): Promise<DocumentObject>;
  crop(bounds: unknown, angle?: unknown): Promise<void>;
  resizeCanvas(width: unknown, height: unknown, anchor?: unknown): Promise<void>;
  flatten(): Promise<void>;
  mergeVisibleLayers(): Promise<void>;
  changeMode(mode: unknown): Promise<void>;
  convertProfile(profile: unknown, intent: unknown, blackPoint?: unknown, dither?: unknown): Promise<void>;
  suspendHistory(callback: (context: object) => unknown, historyStateName: unknown): Promise<void>;
  sampleColor(position: { readonly x: number; readonly y: number }): Promise<object>;
  closeWithoutSaving(): void;
  close(saveOptions?: unknown): Promise<void>;
  save(): Promise<void>;
  readonly saveAs: SaveAs;
}
