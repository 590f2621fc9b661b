/** One edit that must be right, from file to file. */
export interface AcceptanceCase {
  readonly name: string;
  /** Path of the document. */
  readonly document: string;
  /** As `--selection` takes it: a gray PNG or a saved channel. */
  readonly selection: string;
  /** Writes what `document` and `selection` name. Absent: it is there. */
  readonly write?: () => void | Promise<void>;
  readonly options?: readonly string[];
  /** The checks that cannot be made, each with the reason. All others must run. */
  readonly without?: Reasons;
  /** The id or the name of the layer that the new one must stand directly above. */
  readonly above: number | string;
  /** Keys of blocks and numbers of resources that must be in the document, so that keeping them is tried. */
  readonly holds?: readonly string[];
  /** Without it the edit runs twice, and must give the same bytes. */
  readonly runs?: 'once';
  /** Also proves that the readers see one changed byte wherever it is. */
  readonly tests?: 'the readers';
  /** The name of the profile that an untagged document is taken to be in; else sRGB. */
  readonly untaggedAs?: string;
  /** The most bytes of array buffers beyond the stand-in's own. */
  readonly peakBytes?: number;
}

export type Reasons = Readonly<Partial<Record<Check, string>>>;

/** What is judged of every case, as `README.md` says. */
export const checks = [
  'kept',
  'place',
  'merged',
  'selection',
  'light',
  'ring',
  'drawing',
  'psd-tools',
  'composite',
  'exiftool',
  'imagemagick',
] as const;

export type Check = (typeof checks)[number];
