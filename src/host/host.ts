import type { InlayError } from '../base/errors';
import type { DocumentId, LayerId } from '../base/ids';
import type { Mask } from '../image/mask';
import type { ColorSpace, Depth, Raster } from '../image/raster';
import type { Rect, Size } from '../image/rect';
import type { PictureFormat } from '../image/sniffFormat';

/** What the panel shows of the document in front. Cheap: no modal scope, no pixels. */
export type Glance = { readonly kind: 'no-document' } | DocumentGlance;

export interface DocumentGlance {
  readonly kind: 'document';
  readonly document: DocumentId;
  readonly title: string;
  readonly size: Size;
  readonly depth: Depth;
  readonly profile: string;
  /** In document pixels; may reach beyond the canvas. */
  readonly selection?: Rect;
  /** Why nothing can be placed here as things stand. */
  readonly obstacle?: InlayError;
  /** Why the canvas cannot become larger; all else may be edited. */
  readonly fixedCanvas?: InlayError;
}

/** What is known before pixels are read. */
export interface Scene {
  readonly document: DocumentId;
  readonly title: string;
  readonly size: Size;
  readonly depth: Depth;
  readonly space: ColorSpace;
  readonly selection?: Selection;
  readonly place: Place;
  /** What of ours is seen at the place of a result and beneath it. */
  readonly beneath: readonly InlayLayer[];
  /** Why the canvas cannot become larger. */
  readonly fixedCanvas?: InlayError;
}

/** A layer that Inlay made. */
export interface InlayLayer {
  /** Where it has pixels, in document pixels; may reach beyond the canvas. */
  readonly bounds: Rect;
  /** How it was made, as it was written. */
  readonly provenance: string;
}

/** A selection, cut to the canvas: the mask covers `bounds`, which are in document pixels and hold all that is not 0. */
export interface Selection {
  readonly bounds: Rect;
  readonly mask: Mask;
}

/**
 * Where a result goes: directly above `above`, which is the active layer or the nearest place over it where nothing is
 * torn: never inside a clipping stack, never in a group whose mask, opacity or blend mode would act on it.
 */
export interface Place {
  readonly above: LayerId;
  readonly active: LayerId;
  readonly activeName: string;
}

/** A layer to be made. All rectangles are in document pixels. */
export interface NewLayer {
  readonly name: string;
  readonly pixels: Raster;
  readonly pixelsInDocument: Rect;
  /** Outside `maskInDocument` the layer is hidden. */
  readonly mask: Mask;
  readonly maskInDocument: Rect;
  readonly place: Place;
  /** How the layer was made, as text; kept in its metadata. */
  readonly provenance: string;
}

/** What stands in the document after placing. */
export interface PlacedLayer {
  readonly id: LayerId;
  readonly name: string;
  readonly bounds: Rect;
  readonly maskBounds: Rect;
}

/** Exists only inside `Host.change`, so nothing can be written outside one undoable step. */
export interface DocumentWriter {
  addLayer(layer: NewLayer): Promise<PlacedLayer>;
  /**
   * Widens the canvas to a rectangle that holds the present one, in its coordinates: from then on, coordinates count from
   * the new corner. Layers keep all their pixels, also those beyond the canvas; a Background becomes a layer. Guides and
   * selection stay where they are in the picture.
   */
  growCanvas(canvas: Rect): Promise<void>;
  /** Puts layers that were added in this change into a new group, at the place of the topmost. */
  group(name: string, layers: readonly LayerId[]): Promise<LayerId>;
}

/** A picture that an <img> can show, until it is released. */
export interface Preview {
  readonly address: string;
  readonly size: Size;
  release(): void;
}

/** What is named to be shown to a model: a layer or group of the document itself, or another open document. */
export type PictureName =
  { readonly kind: 'layer'; readonly name: string } | { readonly kind: 'document'; readonly title: string };

/** What can be named so, as the retoucher sees it. */
export interface ShowablePicture {
  readonly from: PictureName;
  readonly kind: 'layer' | 'group' | 'document';
}

/** A file that was chosen: the token finds it again, also in another session. */
export interface PickedFile {
  readonly name: string;
  readonly token: string;
}

/** Where such a picture lies; `bounds` in the pixels of `document`, inside its canvas. */
export interface FoundPicture {
  readonly document: DocumentId;
  readonly from: LayerId | 'composite';
  readonly bounds: Rect;
}

/** What Inlay needs from an editor. Every call may throw `InlayError` with a `host.*` code. */
export interface Host {
  glance(): Glance;
  /** Calls back, some time after something that `glance` shows may have changed. Answers how to stop. */
  watch(onChange: () => void): () => void;
  /** The document in front, or the one asked for. */
  survey(document?: DocumentId): Promise<Scene>;
  /** Our layers that are seen at the place of a result and beneath it; as a scene has them. No modal scope. */
  inlayLayers(document: DocumentId): Promise<readonly InlayLayer[]>;
  /**
   * The pixels of `area` (document pixels, inside the canvas), never trimmed, in the document's own depth and space; a
   * space that has no model here (CMYK) is read as Lab of 16 bit, as the scene's `space` says.
   * `beneath`: what is seen at that place and below it, with all above it hidden (and shown again).
   */
  readPixels(
    document: DocumentId,
    from: LayerId | 'composite' | { readonly beneath: Place },
    area: Rect,
    signal: AbortSignal,
  ): Promise<Raster>;
  /** Nothing where there is none of that name, or nothing of it on the canvas. No modal scope. */
  findPicture(document: DocumentId, name: PictureName): FoundPicture | undefined;
  /** The document's layers and groups from the top, each name once, and the other open documents. No modal scope. */
  showablePictures(document: DocumentId): readonly ShowablePicture[];
  /** The bytes of a file that was picked; nothing where it is gone. No modal scope. */
  readFile(token: string): Promise<Uint8Array | undefined>;
  /** From the document's space to 8-bit sRGB by the host's own color engine, through a grid asked for once: for showing. */
  convertForScreen(document: DocumentId, pixels: Raster, signal: AbortSignal): Promise<Raster>;
  /** From the document's space to 8-bit sRGB, every pixel by the host's own color engine: for a model. Alpha is kept. */
  toWire(document: DocumentId, pixels: Raster, signal: AbortSignal): Promise<Raster>;
  /** From sRGB (8 or 16 bit, 3 or 4 channels) to the document's own space and depth. */
  fromWire(document: DocumentId, pixels: Raster, signal: AbortSignal): Promise<Raster>;
  /**
   * Opens a picture that only the host can read, and closes it again: RGB or RGBA in sRGB, at its own depth. Throws
   * `Unreadable` where the host cannot read it either.
   */
  decode(bytes: Uint8Array, format: PictureFormat, signal: AbortSignal): Promise<Raster>;
  /** `pixels`: 8 bit, sRGB, 3 or 4 channels. No modal scope. */
  preview(pixels: Raster): Preview;
  /** Says a line where no panel may be open to show it. */
  tell(line: string): void;
  /**
   * One modal scope, one history state, selection as before. If `work` throws or the signal is aborted, the document is
   * as before. Refuses with `host.document-changed` when the document is no longer of the size it was surveyed with.
   */
  change<T>(scene: Scene, title: string, signal: AbortSignal, work: (writer: DocumentWriter) => Promise<T>): Promise<T>;
}

/** Adds a step to the Action that is being recorded, if one is: on playback it asks for the same edit. */
export interface ActionRecorder {
  record(title: string, request: object): void;
}

/** Keys, in the host's secret store. It may be emptied at any time: a key that is gone is an ordinary state. */
export interface Secrets {
  /** Nothing where there is none. An empty one is one. */
  read(name: string): Promise<string | undefined>;
  /** Throws `host.storage`. */
  write(name: string, secret: string): Promise<void>;
  /** Throws `host.storage`. */
  remove(name: string): Promise<void>;
}

/** Lets the retoucher choose a file. */
export interface FilePicker {
  /** The text of the file that was chosen; nothing where none was. Throws `host.storage`. */
  pickText(extensions: readonly string[]): Promise<string | undefined>;
  /** The file that was chosen, to be read later; nothing where none was. Throws `host.storage`. */
  pickFile(extensions: readonly string[]): Promise<PickedFile | undefined>;
}

/** Texts that outlive the session, by name. */
export interface Storage {
  /** Nothing where there is no such text, or where it is damaged beyond reading. */
  read(name: string): Promise<string | undefined>;
  /** Whole or not at all. Throws `host.disk-full` or `host.storage`. */
  write(name: string, text: string): Promise<void>;
}
