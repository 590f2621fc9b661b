/** One field of a form: words, or a PNG file under a name. */
export type FormField =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly fileName: string; readonly file: Uint8Array };
