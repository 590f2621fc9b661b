/** Not damaged, but beyond what is done here. The message is one sentence for the person. */
export class UnsupportedFile extends Error {
  override readonly name = 'UnsupportedFile';
}
