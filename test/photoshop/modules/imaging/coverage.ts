import { contentBounds } from '../../model/contentBounds';
import { canvasOf, heightOf, isEmptyRect, uniteRects, widthOf } from '../../model/rects';
import { copyRegion, createSamples, depthOf, regionOf } from '../../model/samples';
import type { Coverage, Depth, DocumentState, LayerMaskState, Rect, Samples } from '../../model/state';
import { demand } from '../rules';
import type { Session } from '../session';
import { createImageData, type PhotoshopImageData } from './imageData';
import type { ImageRecord } from './imageStore';
import { toDepth } from './planes';
import { reduce, type TargetSize } from './read';

/** Gray data of a mask or a selection, as a plugin gets it. */
export function coverageImage(
  session: Session,
  { bounds, samples }: Coverage,
  region: Rect,
  target: TargetSize | undefined,
): { readonly imageData: PhotoshopImageData; readonly sourceBounds: Rect } {
  const block = { bounds, planes: { color: [samples] } };
  const reduced = reduce(session, block, region, isEmptyRect(bounds) ? undefined : target);
  const imageData = createImageData(session, {
    width: reduced.width,
    height: reduced.height,
    space: 'Grayscale',
    profile: '',
    components: 1,
    data: reduced.block.planes.color[0].slice(),
  });
  return { imageData, sourceBounds: { ...bounds } };
}

/** One component of gray, as deep as masks of the document are kept. */
export function grayFor(
  { book, switches }: Session,
  { depth }: DocumentState,
  call: string,
  record: ImageRecord,
): Samples {
  const isGray = record.space === 'Grayscale' && record.components === 1;
  demand(book, 'imaging.mask-format', isGray, `${call} was given ${record.components} components of ${record.space}`);
  const given = depthOf(record.data);
  const fits = given === depth || switches.maskPutDepth === 'any';
  demand(book, 'imaging.put-depth', fits, `${call} was given ${given}-bit data for a ${depth}-bit document`);
  return toDepth(record.data, depth).slice();
}

/** A mask as a selection of the whole canvas. */
export function maskCoverage(state: DocumentState, mask: LayerMaskState): Coverage | undefined {
  const canvas = canvasOf(state);
  const plane = createSamples(state.depth, widthOf(canvas) * heightOf(canvas)).fill(mask.outside);
  copyRegion(mask.samples(), mask.bounds, plane, canvas);
  return trimCoverage({ bounds: canvas, samples: plane });
}

export function cropCoverage({ bounds, samples }: Coverage, to: Rect): Coverage {
  if (isEmptyRect(to)) return { bounds: { ...to, right: to.left, bottom: to.top }, samples: samples.slice(0, 0) };
  return { bounds: to, samples: regionOf(samples, bounds, to, 0) };
}

/** Cut down to what is not zero; nothing where all is. */
export function trimCoverage(coverage: Coverage): Coverage | undefined {
  const content = contentBounds(coverage.samples, coverage.bounds, 0);
  return isEmptyRect(content) ? undefined : cropCoverage(coverage, content);
}

export function coverageToDepth({ bounds, samples }: Coverage, depth: Depth): Coverage {
  return { bounds, samples: toDepth(samples, depth) };
}

/** Both on one rectangle, each pixel from `combine`; outside its bounds a coverage is zero. */
export function combineCoverage(a: Coverage, b: Coverage, combine: (a: number, b: number) => number): Coverage {
  const bounds = uniteRects(a.bounds, b.bounds);
  const spread = ({ samples, bounds: own }: Coverage) => {
    const plane = createSamples(depthOf(a.samples), widthOf(bounds) * heightOf(bounds));
    copyRegion(toDepth(samples, depthOf(a.samples)), own, plane, bounds);
    return plane;
  };
  const [first, second] = [spread(a), spread(b)];
  return { bounds, samples: first.map((value, index) => combine(value, second[index])) };
}
