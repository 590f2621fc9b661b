/** How many bytes become text at a time: more arguments than that, and a call may fail. */
const piece = 0x2000;

/** Bytes as base64. */
export function base64Of(bytes: Uint8Array): string {
  const text: string[] = [];
  for (let at = 0; at < bytes.length; at += piece) {
    text.push(String.fromCharCode(...bytes.subarray(at, at + piece)));
  }
  return btoa(text.join(''));
}
