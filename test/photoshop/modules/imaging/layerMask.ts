import type { Coverage, DocumentState, LayerMaskState, LayerState, Samples } from '../../model/state';
import { oneOf, readOptions, wholeNumber } from '../arguments';
import { imagingCall } from '../calls';
import { platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { layerFor } from '../targets';
import { updateLayer } from '../tree';
import { coverageImage, coverageToDepth, cropCoverage, grayFor } from './coverage';
import { filled, pastePlane, samplesOf } from './planes';
import { readPut } from './put';
import { demandContent, imagingDocument, maskDepth, readRect, readTargetSize } from './read';
import { heightOf, intersect, isEmpty, nowhere, union, widthOf } from './rect';

const readable = ['documentID', 'layerID', 'kind', 'sourceBounds', 'targetSize'];

/** The user mask of a layer within the given bounds, cut down to where the mask has pixels. */
export function getLayerMask(session: Session, given: unknown) {
  return imagingCall(session, 'getLayerMask', () => {
    const { book } = session;
    const options = readOptions(book, 'getLayerMask', given, readable);
    const document = imagingDocument(session, options);
    const layer = layerFor(session, document, wholeNumber(book, 'getLayerMask layerID', options['layerID']));
    const mask = maskOf(layer, oneOf(book, 'kind', options['kind'] ?? 'user', ['user', 'vector']));
    const wanted = readRect(session, 'getLayerMask', options['sourceBounds']) ?? mask.bounds;
    const target = readTargetSize(session, 'getLayerMask', options['targetSize']);
    const area = intersect(wanted, mask.bounds);
    const inside = cropCoverage({ bounds: mask.bounds, samples: mask.samples() }, isEmpty(area) ? nowhere : area);
    demandContent(session, inside.bounds);
    return coverageImage(session, coverageToDepth(inside, maskDepth(session, document.state)), wanted, target);
  });
}

function maskOf(layer: LayerState, kind: 'user' | 'vector'): LayerMaskState {
  if (kind === 'user' && layer.mask) return layer.mask;
  throw platformError(`The layer has no ${kind} mask.`, -25922);
}

/** Makes gray data the mask of a layer, or lays it into the mask that is there. */
export function putLayerMask(session: Session, given: unknown): Promise<void> {
  return imagingCall(session, 'putLayerMask', () => {
    const { book } = session;
    const put = readPut(session, 'putLayerMask', given, ['layerID', 'kind'], 'Put Layer Mask');
    const document = imagingDocument(session, put.options);
    const layer = layerFor(session, document, wholeNumber(book, 'putLayerMask layerID', put.options['layerID']));
    const { kind = 'user' } = put.options;
    demand(book, 'imaging.put-mask-kind', kind === 'user', `putLayerMask of kind ${String(kind)}`);
    demand(book, 'imaging.put-mask-kind', !layer.isBackground, `layer ${layer.id} is the Background`);
    const block = { bounds: put.bounds, samples: grayFor(session, document.state, 'putLayerMask', put.record) };
    const mask = withBlock(session, document.state, put.replace ? undefined : layer.mask, block);
    const kept = layer.mask ?? { disabled: false, density: 255, feather: 0 };
    const next = updateLayer(document.state, layer.id, (old) => ({
      ...old,
      mask: { ...mask, disabled: kept.disabled, density: kept.density, feather: kept.feather },
    }));
    document.history.commit(next, put.commandName);
    session.reportHistory(document);
  });
}

function withBlock(
  { switches }: Session,
  { depth }: DocumentState,
  before: LayerMaskState | undefined,
  block: Coverage,
): Pick<LayerMaskState, 'bounds' | 'outside' | 'samples'> {
  if (!before) {
    const [outside] = filled(depth, 1, switches.maskOutside === 'full' ? 1 : 0);
    return { bounds: block.bounds, outside, samples: () => block.samples };
  }
  const bounds = union(before.bounds, block.bounds);
  const samples: Samples = samplesOf(depth, widthOf(bounds) * heightOf(bounds)).fill(before.outside);
  pastePlane(samples, bounds, before.samples(), before.bounds);
  pastePlane(samples, bounds, block.samples, block.bounds);
  return { bounds, outside: before.outside, samples: () => samples };
}
