import { useEffect, useRef } from 'react';
import type { DocumentState, LayerMaskState, LayerState } from '../../../photoshop/model/state';
import { toPixels } from '../canvas/reduce';
import { sampleLayer, sampleMask, thumbnailSize } from '../canvas/sample';
import type { Desk } from '../desk';
import { soon } from '../soon';

export interface LayerThumbnailProps {
  readonly desk: Desk;
  readonly document: DocumentState;
  readonly layer: LayerState;
}

/** What a layer holds, at the size of a stamp; drawn when there is time. */
export function LayerThumbnail({ desk, document, layer }: LayerThumbnailProps) {
  const { pixels, bounds } = layer;
  const { width, height, mode, profile } = document;
  const size = thumbnailSize(document);
  const draw = () => {
    const planes = sampleLayer(layer, document);
    if (!planes || !desk.core) return undefined;
    const color = desk.core.convert(planes.color, profile ? { mode, profile } : { mode }, { mode: 'rgb' });
    return toPixels(planes.alpha ? { color, alpha: planes.alpha } : { color }, size.width, size.height);
  };
  return <Stamp {...size} draw={draw} on={[pixels, bounds.left, bounds.top, width, height]} />;
}

export function MaskThumbnail({ document, mask }: { readonly document: DocumentState; readonly mask: LayerMaskState }) {
  const size = thumbnailSize(document);
  const draw = () => toPixels({ color: [sampleMask(mask, document)] }, size.width, size.height);
  return <Stamp {...size} draw={draw} on={[mask, document.width, document.height]} />;
}

interface StampProps {
  readonly width: number;
  readonly height: number;
  readonly draw: () => ImageData | undefined;
  /** Draws again when one of these is another. */
  readonly on: readonly unknown[];
}

function Stamp({ width, height, draw, on }: StampProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
  });
  useEffect(
    () =>
      soon(() => {
        const image = latest.current();
        const context = canvas.current?.getContext('2d');
        context?.clearRect(0, 0, width, height);
        if (image) context?.putImageData(image, 0, 0);
      }),
    on,
  );
  return <canvas ref={canvas} className="stamp" width={width} height={height} />;
}
