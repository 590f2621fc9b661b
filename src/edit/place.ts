import { InlayError } from '../base/errors';
import { runSliced } from '../base/slices';
import type { Host, PlacedLayer, Scene } from '../host/host';
import { coveredBounds } from '../image/bounds';
import { cropMask } from '../image/crop';
import { shift } from '../image/rect';
import type { EditContext } from './context';
import { layerName } from './layerName';
import { provenanceOf } from './provenance';
import type { Variant } from './variant';

/** Makes the new layer with its mask, in one history state. */
export async function place(variant: Variant, scene: Scene, host: Host, context: EditContext): Promise<PlacedLayer> {
  const { patch } = variant;
  const covered = await runSliced(coveredBounds(patch.mask), context);
  if (covered === undefined) throw new InlayError('edit.selection-too-small', { pixels: 0 });
  const layer = {
    name: layerName(variant.plan),
    pixels: patch.pixels,
    pixelsInDocument: patch.inDocument,
    mask: cropMask(patch.mask, covered),
    maskInDocument: shift(covered, patch.inDocument.left, patch.inDocument.top),
    place: scene.place,
    provenance: JSON.stringify(provenanceOf(variant)),
  };
  return host.change(scene, layer.name, context.signal, (writer) => writer.addLayer(layer));
}
