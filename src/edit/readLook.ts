import { runSliced } from '../base/slices';
import type { Host, Scene } from '../host/host';
import { measureLook } from '../image/look';
import { contains, heightOf, type Rect, rectOf, type Size, widthOf, within } from '../image/rect';
import { resizeRaster } from '../image/resize';
import { frameFor } from './frame';
import type { EditRequest } from './operations';
import { anyModel } from './plan';
import { gradeInWords, lightInWords } from './prompts/lookInWords';
import { asShown } from './references';
import type { SeenLook } from './requestFields';

/** The longer side of what is measured, in pixels: light and grade are of the whole. */
const longestSide = 160;

/**
 * Light and grade of the picture around what an edit would change, in the words that a model is told; where all may
 * change, of all. Reads the crop once, and sends nothing.
 */
export async function readLook(request: EditRequest, scene: Scene, host: Host, signal: AbortSignal): Promise<SeenLook> {
  const framed = frameFor(request, scene, anyModel);
  if (!framed.ok) throw framed.refusal;
  const { contextInDocument, targetInDocument, mask } = framed.frame;
  const pixels = await host.readPixels(scene.document, { beneath: scene.place }, contextInDocument, signal);
  const scale = Math.min(1, longestSide / Math.max(pixels.width, pixels.height));
  const small = await runSliced(resizeRaster(pixels, scaled(pixels, scale)), { signal });
  const shown = await asShown(await host.convertForScreen(scene.document, small, signal), signal);
  const hole = scaledRect(within(contextInDocument, targetInDocument), scale);
  const isAll = mask.kind === 'everything' || contains(hole, rectOf(shown));
  const look = await runSliced(measureLook(shown, isAll ? undefined : hole), { signal });
  const { left, top, right, bottom } = targetInDocument;
  return { light: lightInWords(look), grade: gradeInWords(look), target: [left, top, right, bottom] };
}

function scaled(size: Size, scale: number): Size {
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(size.width), height: side(size.height) };
}

/** Whole pixels that hold all of it. */
function scaledRect(rect: Rect, scale: number): Rect {
  const [left, top] = [Math.floor(rect.left * scale), Math.floor(rect.top * scale)];
  return {
    left,
    top,
    right: left + Math.ceil(widthOf(rect) * scale) + 1,
    bottom: top + Math.ceil(heightOf(rect) * scale) + 1,
  };
}
