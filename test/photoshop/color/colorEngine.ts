import { instantiate, type Lcms } from './lcms';
import { createTransform, type ColorFormat, type Converter } from './transform';

export type { ColorFormat, Converter } from './transform';

/** Converts between profiles as Photoshop does by default: relative colorimetric, with black point compensation. */
export interface ColorEngine {
  /** The same formats give the same converter. Throws where a profile cannot be used. */
  converter(from: ColorFormat, to: ColorFormat): Converter;
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
  const keyOf = (format: ColorFormat) => `${format.model} ${format.depth} ${idOf(format)}`;
  return {
    converter: (from, to) => {
      const key = `${keyOf(from)} > ${keyOf(to)}`;
      const converter = converters.get(key) ?? createTransform(lcms, from, to);
      converters.set(key, converter);
      return converter;
    },
  };
}
