import { runSliced } from '../base/slices';
import type { Mask } from '../image/mask';
import { paintOver } from '../image/paintOver';
import type { Raster } from '../image/raster';
import type { CallReference, ModelSpec } from '../routing/model';
import type { EditContext } from './context';
import type { Frame } from './frame';
import { type EditRequest, operations } from './operations';

/** What decides whether a model is shown where to work. */
export interface Marking {
  readonly request: EditRequest;
  readonly frame: Pick<Frame, 'mask'>;
  /** The references of the request. */
  readonly shown: number;
}

/**
 * Whether a model is shown a second copy of the crop in which the area to change is painted: only where it has no mask
 * of its own and room for one more picture, and only where that was asked for, since the picture costs as much as another.
 */
export function showsMarkedCopy(
  { request, frame, shown }: Marking,
  { mask, takes, references }: Pick<ModelSpec, 'mask' | 'takes' | 'references'>,
): boolean {
  const isLimited = frame.mask.kind !== 'everything' && operations[request.operation].source !== 'nothing';
  return request.marking === 'copy' && isLimited && mask === 'none' && takes === 'srgb8' && references > shown;
}

/** As the prompt calls it. */
const magenta = [255, 0, 255] as const;

/** The copy, as the first picture after the source. */
export async function markedCopy(source: Raster, mask: Mask, context: EditContext): Promise<CallReference> {
  return {
    role: 'plain',
    label: 'where to change it',
    image: await runSliced(paintOver(source, mask, magenta), context),
  };
}
