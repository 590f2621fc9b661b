import { sizeOf } from '../model/rects';
import type { LayerState, Planes, Rect, Samples } from '../model/state';
import { samplesRows, unitsInto } from '../psd/valueRows';
import type { Buffer } from './buffer';
import { storeInto } from './compositeRegion';
import { drawLayers } from './drawLayers';
import { beginBand, type Drawing } from './drawing';

/** `layers` over a picture of a band that is there already. */
export function compositeOver(layers: readonly LayerState[], band: Rect, beneath: Planes, drawing: Drawing): Planes {
  beginBand(drawing);
  const units = (plane: Samples) => {
    const values = drawing.arena.floats(sizeOf(band));
    unitsInto(values, samplesRows(plane, band, band));
    return values;
  };
  const color = beneath.color.map(units);
  const alpha = beneath.alpha ? units(beneath.alpha) : drawing.arena.floats(sizeOf(band)).fill(1);
  const buffer: Buffer = { area: band, color, alpha, isFull: !beneath.alpha };
  drawLayers(buffer, layers, band, drawing);
  const planes = {
    color: beneath.color.map((plane) => plane.slice()),
    ...(beneath.alpha && { alpha: beneath.alpha.slice() }),
  };
  storeInto(planes, buffer, 0);
  return planes;
}
