/** The pictures of a call as they go out: whole files. */
export interface CallPictures {
  readonly source?: Uint8Array;
  readonly mask?: Uint8Array;
  readonly references: readonly Uint8Array[];
}

/** A file inside a body of JSON: base64 after what stands before it. It becomes text only when the body is written. */
export interface Embedded {
  readonly before: string;
  readonly file: Uint8Array;
}

export function asBase64(file: Uint8Array): Embedded {
  return { before: '', file };
}

/** Accepted by some services wherever they take an address. */
export function asDataUri(file: Uint8Array): Embedded {
  return { before: 'data:image/png;base64,', file };
}
