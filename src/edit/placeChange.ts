import { runSliced } from '../base/slices';
import { type Change, findChange } from '../image/change/findChange';
import { keptOf } from '../image/keptOf';
import { hardMask, layerMask } from '../image/layerMask';
import type { Mask } from '../image/mask';
import { applyMatch, learnMatch, tintOf } from '../image/matchColor/matchColor';
import type { Raster } from '../image/raster';
import { type Rect, rectOf } from '../image/rect';
import type { EditContext } from './context';

/** What an instruction changed, in the colors of what it did not change, and the mask that shows that alone. */
export interface ChangePlaced {
  readonly change: Change['kind'];
  readonly image: Raster;
  /** By how many levels its colors were off on average. */
  readonly tint?: number;
  /** Absent where the whole picture is to be shown. */
  readonly shown?: { readonly layerMask: Mask; readonly kept: Uint8Array };
}

export interface Margins {
  readonly grow: number;
  readonly feather: number;
}

/**
 * Finds what changed, and where it is a part of the picture, takes back the tint of the rest. `known`: the part of the
 * picture that the answer shows. A picture that changed as a whole is left as it came: its colors are what was asked for.
 */
export async function placeChange(
  sent: Raster,
  laid: Raster,
  known: Rect,
  { grow, feather }: Margins,
  context: EditContext,
): Promise<ChangePlaced> {
  const change = await runSliced(findChange(sent, laid, known), context);
  if (change.kind !== 'region') return { change: change.kind, image: laid };
  const frame = rectOf(laid);
  const margins = { grow: grow + edge, feather };
  const onLayer = await runSliced(layerMask(change.region, frame, frame, margins), context);
  const kept = await runSliced(keptOf(await runSliced(hardMask(onLayer), context)), context);
  const match = await runSliced(learnMatch(sent, laid, kept), context);
  const image = match ? await runSliced(applyMatch(laid, match, frame, laid), context) : laid;
  return { change: change.kind, image, tint: match ? tintOf(match) : 0, shown: { layerMask: onLayer, kept } };
}

/** Pixels by which what changed is widened: its own soft edge is hardly told from what stayed. */
const edge = 2;
