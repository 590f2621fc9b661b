declare const brand: unique symbol;
/** A number or string that must not be swapped with another one of the same type. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };

export type DocumentId = Branded<number, 'document'>;
export type LayerId = Branded<number, 'layer'>;
export type JobId = Branded<string, 'job'>;

export function jobId(text: string): JobId {
  return text as JobId;
}
