/** The pictures of a call, in whichever form they go out. */
export interface PicturesAs<Form> {
  readonly source?: Form;
  readonly mask?: Form;
  readonly references: readonly Form[];
}

/** As whole files. */
export type CallPictures = PicturesAs<Uint8Array>;

/** A file inside a body of JSON: base64 after what stands before it. It becomes text only when the body is written. */
export interface Embedded {
  readonly before: string;
  readonly file: Uint8Array;
}

/** As they stand in a body: within it, or at an address where they lie. */
export type Shown = PicturesAs<Embedded | string>;

export function asBase64(file: Uint8Array): Embedded {
  return { before: '', file };
}

/** Accepted by some services wherever they take an address. */
export function asDataUri(file: Uint8Array): Embedded {
  return { before: 'data:image/png;base64,', file };
}

export function mapPictures<From, To>(pictures: PicturesAs<From>, form: (picture: From) => To): PicturesAs<To> {
  const { source, mask, references } = pictures;
  return {
    ...(source !== undefined && { source: form(source) }),
    ...(mask !== undefined && { mask: form(mask) }),
    references: references.map(form),
  };
}
