import { heightOf, type Size, widthOf } from '../image/rect';
import type { ModelSpec } from '../routing/model';
import type { Frame } from './frame';

/** How the context goes out: its size as the model gets it, in pixels, and that size over the document's own. */
export interface Fit {
  readonly sent: Size;
  readonly scale: number;
}

export function fit(frame: Frame, spec: ModelSpec): Fit {
  switch (spec.size.kind) {
    case 'as-the-input':
      return {
        sent: { width: widthOf(frame.contextInDocument), height: heightOf(frame.contextInDocument) },
        scale: 1,
      };
  }
}

/** As it is shown before anything is sent. */
export function scaleLabel({ scale }: Fit): string {
  return scale === 1 ? 'native' : `${scale.toFixed(2)}×`;
}
