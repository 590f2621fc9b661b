import { contentBounds } from '../../model/contentBounds';
import { colorChannelsOf, whiteOf } from '../../model/modes';
import { canvasOf, intersectRects, isEmptyRect, isSameRect, widthOf } from '../../model/rects';
import { createSamples, interleave, regionOf } from '../../model/samples';
import type { DocumentState, LayerState, Planes, Rect, Samples } from '../../model/state';
import type { PixelBlock } from '../../model/withPixels';
import { ontoWhite } from '../../psd/matte';
import { createRowReader } from '../../psd/readRows';
import { oneOf, readOptions, text, wholeNumber, type Options } from '../arguments';
import { imagingCall } from '../calls';
import { platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { layerFor } from '../targets';
import type { OpenDocument } from '../workspace';
import { createImageData, type PhotoshopImageData } from './imageData';
import type { SpaceName } from './imageStore';
import { cropBlock, fullScaleOf, toDepth } from './planes';
import { atLevel, demandContent, drawLevel, imagingDocument, readRect, readTargetSize, reduce } from './read';
import { convertColors, documentTag, followsCurve, modeOf, spaceOf, tagFor } from './spaces';

const allowed = [
  'documentID', 'layerID', 'historyStateID', 'sourceBounds', 'targetSize',
  'colorSpace', 'colorProfile', 'componentSize', 'applyAlpha',
]; // prettier-ignore

export interface PixelsRead {
  readonly imageData: PhotoshopImageData;
  readonly sourceBounds: Rect;
  readonly level: number;
}

/** The pixels of a layer, without mask, effects and opacity, or of the whole document; cut down to what holds any. */
export function getPixels(session: Session, given: unknown): Promise<PixelsRead> {
  return imagingCall(session, 'getPixels', () => {
    const options = readOptions(session.book, 'getPixels', given, allowed);
    const document = imagingDocument(session, options);
    const state = stateFor(session, document, options);
    const wanted = readRect(session, 'getPixels', options['sourceBounds']);
    const target = readTargetSize(session, 'getPixels', options['targetSize']);
    const { block, region } = readBlock(session, document, state, options, wanted);
    demandContent(session, block.bounds);
    const reduced = reduce(session, block, region, isEmptyRect(block.bounds) ? undefined : target);
    const converted = convert(session, state, reduced.block.planes, options);
    const level = drawLevel(session, reduced.scale);
    return {
      imageData: createImageData(session, { ...converted, width: reduced.width, height: reduced.height }),
      sourceBounds: atLevel(block.bounds, level),
      level,
    };
  });
}

function stateFor({ book }: Session, { history }: OpenDocument, { historyStateID }: Options): DocumentState {
  if (historyStateID === undefined) return history.current;
  const state = history.stateWithId(wholeNumber(book, 'historyStateID', historyStateID));
  if (!state) throw platformError('The history state is not available.', -25922);
  return state;
}

function readBlock(
  session: Session,
  document: OpenDocument,
  state: DocumentState,
  { layerID }: Options,
  wanted: Rect | undefined,
): { readonly block: PixelBlock; readonly region: Rect } {
  if (layerID === undefined) return readComposite(session, state, wanted ?? canvasOf(state));
  const layer = layerFor(session, document, wholeNumber(session.book, 'layerID', layerID), state);
  const detail = `layer ${layer.id} is of kind ${layer.kind}`;
  demand(
    session.book,
    'imaging.read-kind',
    layer.kind === 'pixel',
    detail,
    platformError(`Photoshop Error. Code: -25010`),
  );
  return readLayer(session, state, layer, wanted ?? layer.bounds);
}

function readComposite(session: Session, state: DocumentState, wanted: Rect) {
  const area = intersectRects(wanted, canvasOf(state));
  if (isEmptyRect(area)) return { block: emptyBlock(state), region: wanted };
  const block = { bounds: area, planes: session.core.composite(state, area) };
  return { block: trim(session, block), region: wanted };
}

function readLayer(session: Session, state: DocumentState, layer: LayerState, wanted: Rect) {
  const area = intersectRects(wanted, layer.bounds);
  if (isEmptyRect(area)) return { block: emptyBlock(state), region: wanted };
  const cropped = pixelsWithin(layer, area);
  const opaque = layer.isBackground || layer.locks.transparency;
  return { block: trim(session, withAlpha(cropped, opaque)), region: wanted };
}

/** Decodes no more of a file than the rows of `area`, where that can be done. */
function pixelsWithin({ bounds, pixels }: LayerState, area: Rect): PixelBlock {
  const [top, bottom] = [area.top - bounds.top, area.bottom - bounds.top];
  const { color, alpha } = createRowReader().planes(pixels, widthOf(bounds), top, bottom);
  const rows = { ...bounds, top: area.top, bottom: area.bottom };
  const cut = (plane: Samples) => regionOf(plane, rows, area, 0);
  return { bounds: area, planes: { color: color.map(cut), ...(alpha && { alpha: cut(alpha) }) } };
}

/** A Background gives no alpha, any other layer does, also where it is opaque throughout. */
function withAlpha({ bounds, planes: { color, alpha } }: PixelBlock, opaque: boolean): PixelBlock {
  if (opaque) return { bounds, planes: { color } };
  const [first] = color;
  const solid = () => first.slice().fill(fullScaleOf(first));
  return { bounds, planes: { color, alpha: alpha ?? solid() } };
}

function trim({ switches }: Session, block: PixelBlock): PixelBlock {
  const { alpha } = block.planes;
  if (!alpha) return block;
  const content = contentBounds(alpha, block.bounds, 0);
  return isSameRect(content, block.bounds) || switches.trimming === 'bounds' ? block : cropBlock(block, content);
}

function emptyBlock({ mode, depth }: DocumentState): PixelBlock {
  const none = createSamples(depth, 0);
  const color = Array.from({ length: colorChannelsOf(mode) }, () => none);
  return { bounds: { left: 0, top: 0, right: 0, bottom: 0 }, planes: { color, alpha: none } };
}

function convert(session: Session, state: DocumentState, planes: Planes, options: Options) {
  const { book } = session;
  const { colorSpace = spaceOf(state.mode), colorProfile = '', applyAlpha = false } = options;
  const space = oneOf<SpaceName>(book, 'colorSpace', colorSpace, ['RGB', 'Grayscale', 'Lab']);
  const wanted = text(book, 'colorProfile', colorProfile);
  const { tag, name } = tagFor(session, state, space, wanted);
  const depth = depthFor(session, state, options);
  const curved = followsCurve(session, wanted, space, depth);
  const converted = convertColors(session, planes.color, documentTag(state), tag, curved ? 16 : depth);
  const color = converted.map((plane) => toDepth(plane, depth));
  const alpha = planes.alpha && toDepth(planes.alpha, depth);
  const components =
    alpha && applyAlpha === true
      ? color.map((plane, i) => ontoWhite(plane, alpha, whiteOf({ mode: modeOf(space), depth })[i]))
      : [...color, ...(alpha ? [alpha] : [])];
  return { space, profile: name, components: components.length, data: interleave({ color: components }) };
}

function depthFor({ book, switches }: Session, { depth }: DocumentState, { componentSize = -1 }: Options) {
  const asked = oneOf(book, 'componentSize', componentSize, [-1, 8, 16, 32]);
  if (asked === -1 || asked === depth) return depth;
  if (asked !== 8) return asked;
  const habit = switches.componentSize8;
  if (habit === 'reject') throw platformError('Photoshop Error. Code: -1', -1);
  return habit === 'native' ? depth : asked;
}
