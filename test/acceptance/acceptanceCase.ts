/** One edit that must be right, from file to file. */
export interface AcceptanceCase {
  readonly name: string;
  /** Path of the document. */
  readonly document: string;
  /** As `--selection` takes it. */
  readonly selection: string;
  /** Writes what `document` and `selection` name. Absent: it is there. */
  readonly write?: () => void | Promise<void>;
  readonly options?: readonly string[];
  /** What is judged beyond what is judged for every case. */
  readonly checks?: readonly Check[];
  /** The id of the layer that the new one must stand directly above. */
  readonly above?: number;
  /** Without it the edit runs twice, and must give the same bytes. */
  readonly runs?: 'once';
  /** Also proves that the readers see one changed byte wherever it is. */
  readonly tests?: 'the readers';
  /** The name of the profile that an untagged document is taken to be in; else sRGB. */
  readonly untaggedAs?: string;
  /** The most bytes of array buffers beyond the stand-in's own. */
  readonly peakBytes?: number;
}

/**
 * `light`: beside the mask's edge the picture is as light as before. `ring`: colors go on across the edge as they do
 * beside it. `composite`: an independent reader draws the same picture from the layers.
 */
export type Check = 'light' | 'ring' | 'composite';
