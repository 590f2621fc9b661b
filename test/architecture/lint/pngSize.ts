/** The size that a PNG file's header states, as `23×23`. */
export function dimensionsOf(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.length < 24 || view.getUint32(0) !== 0x89504e47) return 'no PNG';
  return `${view.getUint32(16)}×${view.getUint32(20)}`;
}
