import { intersectRects, isEmptyRect, noRect } from '../../model/rects';
import { fullScale } from '../../model/samples';
import type { LayerMaskState, LayerState } from '../../model/state';
import { withMask } from '../../model/withMask';
import { oneOf, readOptions, wholeNumber } from '../arguments';
import { imagingCall } from '../calls';
import { platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { layerFor } from '../targets';
import { coverageImage, coverageToDepth, cropCoverage, grayFor } from './coverage';
import { readPut } from './put';
import { demandContent, imagingDocument, maskDepth, readRect, readTargetSize } from './read';

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
    const area = intersectRects(wanted, mask.bounds);
    const inside = cropCoverage({ bounds: mask.bounds, samples: mask.samples() }, isEmptyRect(area) ? noRect : area);
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
    const isFresh = put.replace || !layer.mask;
    const outside = isFresh && session.switches.maskOutside === 'full' ? fullScale(document.state.depth) : 0;
    const next = withMask(document.state, layer.id, block, put.replace ? 'replace' : 'patch', outside);
    document.history.commit(next, put.commandName);
    session.reportHistory(document);
  });
}
