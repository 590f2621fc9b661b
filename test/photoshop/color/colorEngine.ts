import { instantiate, type Lcms } from './lcms';
import { createTransform, type ColorFormat, type Converter } from './transform';

export type { ColorFormat, Converter } from './transform';

/** Converts between profiles as Photoshop does by default: relative colorimetric, with black point compensation. */
export interface ColorEngine {
  /** The same formats give the same converter. Throws where a profile cannot be used. */
  converter(from: ColorFormat, to: ColorFormat): Converter;
  /** Whether the profile is whole and one of the format's own model. */
  canUse(format: ColorFormat): boolean;
}

/**
 * Little CMS, from the bytes of its WebAssembly module: who starts the engine knows where they lie (a file, an address).
 */
export async function createColorEngine(wasm: Uint8Array): Promise<ColorEngine> {
  const lcms: Lcms = await instantiate({ wasmBinary: wasm });
  const profileIds = new Map<Uint8Array, number>();
  const converters = new Map<string, Converter>();
  const idOf = ({ profile }: ColorFormat) => {
    const id = profileIds.get(profile) ?? profileIds.size;
    profileIds.set(profile, id);
    return id;
  };
  const usable = new Map<string, boolean>();
  const keyOf = (format: ColorFormat) => `${format.model} ${format.depth} ${idOf(format)}`;
  return {
    converter: (from, to) => {
      const key = `${keyOf(from)} > ${keyOf(to)}`;
      const converter = converters.get(key) ?? createTransform(lcms, from, to);
      converters.set(key, converter);
      return converter;
    },
    canUse: (format) => {
      const key = keyOf(format);
      const known = usable.get(key) ?? canConvert(lcms, format);
      usable.set(key, known);
      return known;
    },
  };
}

function canConvert(lcms: Lcms, format: ColorFormat): boolean {
  try {
    createTransform(lcms, format, { model: 'lab', depth: 16, profile: new Uint8Array(0) });
    return true;
  } catch {
    return false;
  }
}
