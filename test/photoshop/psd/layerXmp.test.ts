import { readLayerXmp, withLayerXmp } from './layerXmp';

/** The block as Photoshop writes it: one item with the time of the last change. */
const withTime = Uint8Array.from([
  ...[0, 0, 0, 1],
  ...ascii('8BIMcust\0\0\0\0\0\0\0\x34'),
  ...[0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, ...ascii('metadata'), 0, 0, 0, 1],
  ...[0, 0, 0, 9, ...ascii('layerTimedoub'), 0x41, 0xd6, 0x3d, 0x76, 0x3c, 0xa0, 0xae, 0x8e, 0],
]);

function ascii(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function holds(block: Uint8Array | undefined, text: string): boolean {
  return String.fromCharCode(...(block ?? [])).includes(text);
}

describe('the XMP packet of a layer', () => {
  const packet = '<?xpacket begin="\uFEFF"?><x:xmpmeta>Größe</x:xmpmeta>';

  it('comes back as it was set, also into a block that was not there', () => {
    expect(readLayerXmp(withLayerXmp(undefined, packet))).toBe(packet);
    expect(readLayerXmp(withLayerXmp(withLayerXmp(withTime, 'old'), packet))).toBe(packet);
    expect(readLayerXmp(withTime)).toBeUndefined();
  });

  it('leaves all else in the block', () => {
    const time = 'layerTimedoub\x41\xd6\x3d\x76\x3c\xa0\xae\x8e';
    expect(holds(withLayerXmp(withTime, packet), time)).toBe(true);
    expect(holds(withLayerXmp(withLayerXmp(withTime, packet), undefined), time)).toBe(true);
  });

  it('takes the block with it when nothing else is in it', () => {
    expect(withLayerXmp(withLayerXmp(undefined, packet), undefined)).toBeUndefined();
  });

  it('is nothing where the block cannot be read', () => {
    expect(readLayerXmp(withTime.subarray(0, 30))).toBeUndefined();
    expect(readLayerXmp(Uint8Array.of(255, 255, 255, 255))).toBeUndefined();
  });
});
