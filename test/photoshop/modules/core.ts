import type { Depth, DocumentState, Mode, Planes, Rect, Samples } from '../model/state';

/** Which colors the samples of a picture mean. */
export interface ColorTag {
  readonly mode: Mode;
  /** The ICC profile, byte for byte; absent: untagged. */
  readonly profile?: Uint8Array;
}

/** A flat picture as it is written into a file: interleaved, 16 bit as Photoshop counts it. */
export interface FlatPicture {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly data: Uint8Array | Uint16Array;
  readonly profile?: Uint8Array;
  readonly profileName: string;
}

/** What the modules need of the parts that know pixels, profiles and files. */
export interface Core {
  /** What is seen of the document within `area`, which lies on the canvas; no alpha where there is a Background. */
  composite(state: DocumentState, area: Rect): Planes;
  /** The same colors in other samples, as deep as they were where no depth is named; the given arrays stay as they are. At 32 bit samples are linear light. */
  convert(color: readonly Samples[], from: ColorTag, to: ColorTag, depth?: Depth): readonly Samples[];
  profileName(profile: Uint8Array): string;
  profileNamed(name: string): Uint8Array | undefined;
  /** The profile that colors of the mode count as where they have none; empty where the mode has no colors of its own. */
  workingName(mode: Mode): string;
  /** The names of the profiles that can be chosen. */
  profileNames(mode: Mode): readonly string[];
  /** Reads a PSD, PNG, JPEG or WebP file. */
  readDocument(name: string, bytes: Uint8Array): DocumentState | Promise<DocumentState>;
  writePsd(state: DocumentState): Uint8Array | Promise<Uint8Array>;
  encodePng(picture: FlatPicture): Uint8Array;
  /** Quality 0 to 100. */
  encodeJpeg(picture: FlatPicture, quality: number): Uint8Array;
}
