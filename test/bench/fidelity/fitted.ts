import { align } from '../../../src/edit/align';
import { placeChange } from '../../../src/edit/placeChange';
import { levelRing } from '../../../src/image/blend/levelRing';
import { keptOf } from '../../../src/image/keptOf';
import type { Mask } from '../../../src/image/mask';
import { applyMatch } from '../../../src/image/matchColor/matchColor';
import type { Raster } from '../../../src/image/raster';
import { intersect, rectOf } from '../../../src/image/rect';
import type { Registration } from '../../../src/image/register/registerAnswer';
import { type Part, resamplePart, wholeOf } from '../../../src/image/resize';
import { type GrainSetting, matchTexture, type Texture } from '../../../src/image/texture/matchTexture';
import { runNow } from '../../support/runNow';

/** What Inlay makes of an answer, by the same steps as in an edit of an sRGB document of 8 bit. */
export interface Fitted {
  readonly image: Raster;
  readonly part: Part;
  readonly registration: Registration;
  readonly texture?: Texture | undefined;
  readonly change?: 'nothing' | 'everything' | 'region';
  readonly layerMask?: Mask;
  /** Of the processor: others may work beside. */
  readonly milliseconds: number;
}

/** Without a mask what changed is found, as for an instruction. */
export async function fitted(
  source: Raster,
  mask: Mask | undefined,
  answer: Raster,
  grain: GrainSetting,
): Promise<Fitted> {
  const started = process.cpuUsage();
  const made = await steps(source, mask, answer, grain);
  const { user, system } = process.cpuUsage(started);
  return { ...made, milliseconds: (user + system) / 1000 };
}

async function steps(source: Raster, mask: Mask | undefined, answer: Raster, grain: GrainSetting) {
  const { part, match, registration, laid: before } = await align(answer, { source, mask }, calm());
  const laid = before ?? runNow(resamplePart(answer, part, source));
  if (registration.kind !== 'aligned') return { image: laid, part, registration };
  if (mask) {
    const matched = match ? runNow(applyMatch(laid, match, rectOf(source), source)) : laid;
    const kept = runNow(keptOf(mask));
    const made = runNow(matchTexture(source, matched, kept, grain, 1));
    return { part, registration, ...made, image: runNow(levelRing(source, made.image, kept)) };
  }
  const found = await placeChange(source, laid, knownOf(part, answer, source), { grow: 0, feather: 6 }, calm());
  if (!found.shown) return { image: laid, part, registration, change: found.change };
  const { layerMask, kept } = found.shown;
  const textured = runNow(matchTexture(source, found.image, kept, grain, 1));
  const image = runNow(levelRing(source, textured.image, kept));
  return { part, registration, ...textured, image, change: found.change, layerMask };
}

function knownOf(part: Part, answer: Raster, { width, height }: Raster) {
  const seen = {
    left: Math.ceil((-part.left / part.width) * width),
    top: Math.ceil((-part.top / part.height) * height),
    right: Math.floor(((answer.width - part.left) / part.width) * width),
    bottom: Math.floor(((answer.height - part.top) / part.height) * height),
  };
  return intersect(seen, rectOf({ width, height }));
}

/** As known tools paste an answer: at its size, as it came. */
export function plainly(source: Raster, answer: Raster): Raster {
  return runNow(resamplePart(answer, wholeOf(answer), source));
}

function calm() {
  return { signal: new AbortController().signal, onStep: () => undefined, onProgress: () => undefined };
}
