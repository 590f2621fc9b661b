import type { Coverage, Depth, DocumentState, Rect, Samples } from '../../model/state';
import { demand } from '../rules';
import type { Session } from '../session';
import { createImageData, type PhotoshopImageData } from './imageData';
import type { ImageRecord } from './imageStore';
import { contentOf, cropPlane, depthOfSamples, pastePlane, samplesOf, toDepth } from './planes';
import { reduce, type TargetSize } from './read';
import { heightOf, isEmpty, union, widthOf } from './rect';

/** Gray data of a mask or a selection, as a plugin gets it. */
export function coverageImage(
  session: Session,
  { bounds, samples }: Coverage,
  region: Rect,
  target: TargetSize | undefined,
): { readonly imageData: PhotoshopImageData; readonly sourceBounds: Rect } {
  const block = { bounds, planes: { color: [samples] } };
  const reduced = reduce({ ...session, switches: { ...session.switches, pyramid: 'flat' } }, block, region, isEmpty(bounds) ? undefined : target);
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
export function grayFor({ book, switches }: Session, { depth }: DocumentState, call: string, record: ImageRecord): Samples {
  const isGray = record.space === 'Grayscale' && record.components === 1;
  demand(book, 'imaging.mask-format', isGray, `${call} was given ${record.components} components of ${record.space}`);
  const given = depthOfSamples(record.data);
  const fits = switches.maskPutDepth === 'any' || given === depth;
  demand(book, 'imaging.put-depth', fits, `${call} was given ${given}-bit data for a ${depth}-bit document`);
  return toDepth(record.data, depth).slice();
}

export function cropCoverage({ bounds, samples }: Coverage, to: Rect): Coverage {
  if (isEmpty(to)) return { bounds: { ...to, right: to.left, bottom: to.top }, samples: samples.slice(0, 0) };
  return { bounds: to, samples: cropPlane(samples, bounds, to) };
}

/** Cut down to what is not zero; nothing where all is. */
export function trimCoverage(coverage: Coverage): Coverage | undefined {
  const content = contentOf(coverage.samples, coverage.bounds);
  return isEmpty(content) ? undefined : cropCoverage(coverage, content);
}

export function coverageToDepth({ bounds, samples }: Coverage, depth: Depth): Coverage {
  return { bounds, samples: toDepth(samples, depth) };
}

/** Both on one rectangle, each pixel from `combine`; outside its bounds a coverage is zero. */
export function combineCoverage(a: Coverage, b: Coverage, combine: (a: number, b: number) => number): Coverage {
  const bounds = union(a.bounds, b.bounds);
  const spread = ({ samples, bounds: own }: Coverage) => {
    const plane = samplesOf(depthOfSamples(a.samples), widthOf(bounds) * heightOf(bounds));
    pastePlane(plane, bounds, toDepth(samples, depthOfSamples(a.samples)), own);
    return plane;
  };
  const [first, second] = [spread(a), spread(b)];
  return { bounds, samples: first.map((value, index) => combine(value, second[index])) };
}
