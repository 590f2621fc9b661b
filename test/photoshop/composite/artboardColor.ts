import { whiteOf } from '../model/modes';
import { fullScale } from '../model/samples';
import type { DocumentState, LayerState } from '../model/state';
import { artboardBackgroundOf } from '../psd/layerFacts';

/**
 * The color of an artboard in the document's own channels, 0 to 1; nothing where the layer is none, or a transparent
 * one. Files have it as RGB of 8 bit: what becomes of any but white in other modes and at 32 bit is unknown.
 */
export function artboardColorOf(
  layer: LayerState,
  document: Pick<DocumentState, 'mode' | 'depth'>,
): readonly number[] | 'unknown' | undefined {
  const background = layer.artboard && artboardBackgroundOf(layer);
  if (!background) return undefined;
  if (document.mode === 'rgb' && document.depth !== 32) return background.map((value) => value / 255);
  if (background.some((value) => value !== 255)) return 'unknown';
  return whiteOf(document).map((value) => value / fullScale(document.depth));
}
