import { createByteReader } from '../psd/byteReader';

/** A display or gray profile with straight curves: its primaries, for values that are light themselves. */
export function linearProfile(profile: Uint8Array): Uint8Array {
  const known = kept.get(profile);
  if (known) return known;
  const linear = new Uint8Array(profile.length + straight.length);
  linear.set(profile);
  linear.set(straight, profile.length);
  const view = new DataView(linear.buffer);
  view.setUint32(0, linear.length);
  for (const entry of curveEntries(profile)) {
    view.setUint32(entry + 4, profile.length);
    view.setUint32(entry + 8, straight.length);
  }
  kept.set(profile, linear);
  return linear;
}

const kept = new WeakMap<Uint8Array, Uint8Array>();

/** A curve without points is the identity. */
const straight = Uint8Array.of(0x63, 0x75, 0x72, 0x76, 0, 0, 0, 0, 0, 0, 0, 0);

const curveTags = new Set(['rTRC', 'gTRC', 'bTRC', 'kTRC']);
const headerBytes = 128;
const entryBytes = 12;

/** Where the entries of curves stand in the table of tags. */
function curveEntries(profile: Uint8Array): readonly number[] {
  const reader = createByteReader(profile, 'a profile');
  reader.skip(headerBytes);
  const count = reader.u32();
  const entries: number[] = [];
  for (let i = 0; i < count && reader.remaining >= entryBytes; i++) {
    if (curveTags.has(reader.key())) entries.push(headerBytes + 4 + i * entryBytes);
    reader.skip(8);
  }
  return entries;
}
