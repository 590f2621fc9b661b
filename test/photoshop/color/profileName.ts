import { asciiOf, createByteReader } from '../psd/byteReader';

/** What a profile calls itself, in English where it can; nothing where the bytes are not a profile. */
export function profileName(profile: Uint8Array): string | undefined {
  try {
    const tag = findTag(profile, 'desc');
    if (!tag) return undefined;
    const readers: Readonly<Record<string, (tag: Uint8Array) => string | undefined>> = {
      mluc: multilingual,
      desc: plainDescription,
    };
    return readers[asciiOf(tag, 0, 4)]?.(tag)?.replace(/\0+$/, '').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The color model that a profile is for. */
export function profileModel(profile: Uint8Array): 'rgb' | 'gray' | 'lab' | 'cmyk' | undefined {
  const models = { 'RGB ': 'rgb', GRAY: 'gray', 'Lab ': 'lab', CMYK: 'cmyk' } as const;
  const space = asciiOf(profile, 16, 4);
  return Object.entries(models).find(([key]) => key === space)?.[1];
}

function findTag(profile: Uint8Array, name: string): Uint8Array | undefined {
  const reader = createByteReader(profile, 'a profile');
  reader.skip(128);
  for (let left = Math.min(reader.u32(), 1000); left > 0; left--) {
    const key = reader.key();
    const start = reader.u32();
    const length = reader.u32();
    if (key === name) return profile.subarray(start, start + length);
  }
  return undefined;
}

/** Version 2: a count and single bytes. */
function plainDescription(tag: Uint8Array): string {
  const reader = createByteReader(tag, 'a profile');
  reader.skip(8);
  const text = reader.bytes(reader.u32());
  return asciiOf(text, 0, text.length);
}

/** Version 4: records of language, country, length and place. */
function multilingual(tag: Uint8Array): string | undefined {
  const reader = createByteReader(tag, 'a profile');
  reader.skip(8);
  const count = Math.min(reader.u32(), 1000);
  reader.skip(4);
  const records = Array.from({ length: count }, () => {
    const language = asciiOf(reader.bytes(2), 0, 2);
    reader.skip(2);
    return { language, length: reader.u32(), start: reader.u32() };
  });
  const record = records.find(({ language }) => language === 'en') ?? records[0];
  if (!record) return undefined;
  const text = createByteReader(tag.subarray(record.start, record.start + record.length), 'a profile');
  let name = '';
  while (text.remaining >= 2) name += String.fromCharCode(text.u16());
  return name;
}
