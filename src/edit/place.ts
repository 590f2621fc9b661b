import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import type { Host, NewLayer, PlacedLayer, Scene } from '../host/host';
import { measureSelected } from '../image/bounds';
import { reframeMask } from '../image/crop';
import { type Rect, rectOf, shift } from '../image/rect';
import type { EditContext } from './context';
import { layerName } from './layerName';
import { provenanceOf } from './provenance';
import type { Variant } from './variant';

/** Makes the new layer with its mask, and room for it where the canvas is to grow, in one history state. */
export async function place(variant: Variant, scene: Scene, host: Host, context: EditContext): Promise<PlacedLayer> {
  const { patch } = variant;
  const { bounds, pixels } = await runSliced(measureSelected(patch.mask), context);
  if (pixels === 0) throw new InlayError('edit.selection-too-small', { pixels });
  const layer = {
    name: layerName(variant),
    pixels: patch.pixels,
    pixelsInDocument: patch.inDocument,
    mask: await runSliced(reframeMask(patch.mask, rectOf(patch.mask), bounds), context),
    maskInDocument: shift(bounds, patch.inDocument.left, patch.inDocument.top),
    place: scene.place,
    provenance: JSON.stringify(provenanceOf(variant)),
  };
  const { mask } = variant.plan.frame;
  return host.change(scene, layer.name, context.signal, async (writer) => {
    if (mask.kind !== 'canvas') return writer.addLayer(layer);
    await writer.growCanvas(mask.canvasInDocument);
    return writer.addLayer(onCanvas(mask.canvasInDocument, layer));
  });
}

/** The same layer, counted from the corner of the new canvas. */
function onCanvas({ left, top }: Rect, layer: NewLayer): NewLayer {
  return {
    ...layer,
    pixelsInDocument: shift(layer.pixelsInDocument, -left, -top),
    maskInDocument: shift(layer.maskInDocument, -left, -top),
  };
}
