/** The formats that models answer in. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';

/** Which format the first bytes of a file tell of; nothing where it is none that is known. */
export function sniffFormat(bytes: Uint8Array): PictureFormat | undefined {
  return signatures.find(({ at, text }) => holds(bytes, at, text))?.format;
}

const signatures: readonly { readonly format: PictureFormat; readonly at: number; readonly text: string }[] = [
  { format: 'png', at: 0, text: '\x89PNG\r\n\x1a\n' },
  { format: 'jpeg', at: 0, text: '\xff\xd8\xff' },
  { format: 'webp', at: 8, text: 'WEBP' },
  { format: 'gif', at: 0, text: 'GIF8' },
  { format: 'avif', at: 4, text: 'ftypavif' },
  { format: 'avif', at: 4, text: 'ftypavis' },
];

function holds(bytes: Uint8Array, at: number, text: string): boolean {
  return Array.from(text).every((sign, i) => bytes[at + i] === sign.charCodeAt(0));
}
