import { runSliced } from '../base/slices';
import type { Mask } from '../image/mask';
import type { Raster } from '../image/raster';
import { type Rect, type Size, within } from '../image/rect';
import { layMask } from '../image/tiles/layMask';
import { layTile } from '../image/tiles/layTile';
import type { TileAnswer } from './askForTiles';
import type { Capture } from './capture';
import type { EditContext } from './context';
import { finish, type Finished } from './finish';
import type { CallTools } from './makeCall';
import type { EditPlan } from './plan';

/** What is remembered of an answer once it is laid in place. */
export interface TileNote extends Pick<TileAnswer, 'tile' | 'plan'> {
  readonly call: Pick<TileAnswer['call'], 'prompt' | 'size'>;
  readonly answer: Omit<TileAnswer['answer'], 'images'>;
  readonly came: Size;
}

/** The tiles of one variant, as far as they came. */
export interface Joined {
  readonly picture: Raster;
  readonly layerMask: Mask;
  /** Of the tile that fits least: the share that was found where it belongs; absent: it was not looked for. */
  readonly found: number | undefined;
}

/** Where answers become one picture for each variant. */
export interface JoinedTiles {
  readonly pictures: readonly Joined[];
  readonly notes: readonly TileNote[];
  /** Fits an answer's picture to the source by itself, as any other answer is. */
  readonly fit: (image: Raster, answered: TileAnswer, context: EditContext) => Promise<Finished>;
  /** Lays it into every variant that it is for. */
  readonly lay: (finished: Finished, index: number, answered: TileAnswer, context: EditContext) => Promise<void>;
  /** All pictures of an answer are laid. */
  readonly note: (answered: TileAnswer, came: Size) => void;
}

export function joinTiles(
  { frame, tiles }: EditPlan,
  taken: Capture,
  { scene, host }: Omit<CallTools, 'context'>,
): JoinedTiles {
  const inRegion = (rect: Rect) => within(frame.contextInDocument, rect);
  const all = tiles.map(({ contextInDocument }) => inRegion(contextInDocument));
  const placeOf = ({ tile }: Pick<TileAnswer, 'tile'>) => all[tiles.indexOf(tile)];
  const pictures: Joined[] = [];
  const notes: TileNote[] = [];
  /** Where an answer has fewer pictures than another, they serve several variants: paid for is paid for. */
  const widen = (count: number) => {
    const known = pictures.length;
    while (pictures.length < count) pictures.push(copyOf(pictures[pictures.length % known] ?? nothingYet(taken)));
  };
  return {
    pictures,
    notes,
    fit: (image, { plan, call, taken: part }, context) =>
      finish(image, { plan, call, taken: part }, { scene, host, context }),
    lay: async (finished, index, answered, context) => {
      const { length } = answered.answer.images;
      widen(length);
      const place = { at: placeOf(answered), laid: notes.map(placeOf), all };
      for (let at = index; at < pictures.length; at += length) {
        const { picture, layerMask, found } = pictures[at];
        await runSliced(layTile(picture, finished.image, place), context);
        if (taken.modelMask === undefined) {
          await runSliced(layMask(layerMask, finished.layerMask ?? answered.taken.layerMask, place), context);
        }
        pictures[at] = { picture, layerMask, found: leastOf(found, finished.fitting.found) };
      }
    },
    note: ({ tile, plan, call, answer: { images: _, ...answer } }, came) => {
      notes.push({ tile, plan, call: { prompt: call.prompt, size: call.size }, answer, came });
    },
  };
}

/** The source; where all of a tile may be shown, a mask that shows only the tiles that came. */
function nothingYet({ source, layerMask, modelMask }: Capture): Joined {
  const isFound = modelMask === undefined;
  const mask = isFound ? { ...layerMask, data: layerMask.data.slice().fill(0) } : layerMask;
  return { picture: source, layerMask: mask, found: undefined };
}

function copyOf({ picture, layerMask, found }: Joined): Joined {
  return {
    picture: { ...picture, data: picture.data.slice() },
    layerMask: { ...layerMask, data: layerMask.data.slice() },
    found,
  };
}

function leastOf(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}
