import type { DocumentState, LayerState, Planes } from '../../model/state';
import { wholeNumber } from '../arguments';
import { imagingCall } from '../calls';
import { demand } from '../rules';
import type { Session } from '../session';
import { layerFor } from '../targets';
import { updateLayer } from '../tree';
import type { ImageRecord } from './imageStore';
import {
  contentOf, cropBlock, deinterleave, depthOfSamples, filled, lazy, pastePlane, samplesOf, type Block,
} from './planes'; // prettier-ignore
import { readPut } from './put';
import { imagingDocument } from './read';
import { heightOf, isEmpty, nowhere, union, widthOf } from './rect';
import { colorComponents, convertColors, documentTag, tagFor } from './spaces';

/** Writes a block one to one into a pixel layer; `replace` throws away what the layer held. */
export function putPixels(session: Session, given: unknown): Promise<void> {
  return imagingCall(session, 'putPixels', () => {
    const { book } = session;
    const { options, record, bounds, replace, commandName } = readPut(session, 'putPixels', given, ['layerID'], 'Put Pixels');
    const document = imagingDocument(session, options);
    const layer = layerFor(session, document, wholeNumber(book, 'putPixels layerID', options['layerID']));
    demandTarget(session, document.state, layer, record);
    const block = { bounds, planes: planesFor(session, document.state, record) };
    const whole = replace ? block : patched(document.state, layer, block);
    const { bounds: trimmed, planes } = trimToContent(whole);
    const next = updateLayer(document.state, layer.id, (old) => ({ ...old, bounds: trimmed, pixels: lazy(planes) }));
    document.history.commit(next, commandName);
    session.reportHistory(document);
  });
}

function demandTarget({ book }: Session, { depth }: DocumentState, layer: LayerState, { data }: ImageRecord): void {
  const { locks } = layer;
  demand(book, 'imaging.put-kind', layer.kind === 'pixel', `layer ${layer.id} is of kind ${layer.kind}`);
  demand(book, 'imaging.put-kind', !layer.isBackground, `layer ${layer.id} is the Background`);
  demand(book, 'imaging.put-kind', !locks.all && !locks.pixels && !locks.transparency, `layer ${layer.id} is locked`);
  const given = depthOfSamples(data);
  demand(book, 'imaging.put-depth', given === depth, `${given}-bit data for a ${depth}-bit document`);
}

/** The image data in the colors of the document, with alpha. */
function planesFor(session: Session, state: DocumentState, { space, profile, components, data }: ImageRecord): Planes {
  const planes = deinterleave(data, components);
  const count = colorComponents(space);
  const { tag } = tagFor(session, state, space, profile);
  const color = convertColors(session, planes.slice(0, count), tag, documentTag(state));
  return { color, alpha: planes.at(count) ?? filled(state.depth, color[0].length, 1) };
}

/** The layer with the block laid into it: inside the block the layer is what the block says. */
function patched({ depth }: DocumentState, layer: LayerState, block: Block): Block {
  const bounds = union(layer.bounds, block.bounds);
  const length = widthOf(bounds) * heightOf(bounds);
  const old = isEmpty(layer.bounds) ? undefined : layer.pixels.read();
  const merge = (before: Planes['alpha'], now: Planes['alpha']) => {
    const plane = samplesOf(depth, length);
    if (before) pastePlane(plane, bounds, before, layer.bounds);
    if (now) pastePlane(plane, bounds, now, block.bounds);
    return plane;
  };
  const oldAlpha = old && (old.alpha ?? filled(depth, old.color[0].length, 1));
  return {
    bounds,
    planes: {
      color: block.planes.color.map((plane, index) => merge(old?.color[index], plane)),
      alpha: merge(oldAlpha, block.planes.alpha),
    },
  };
}

/** A layer ends where its last pixel that is not transparent stands. */
function trimToContent(block: Block): Block {
  const { alpha, color } = block.planes;
  const content = alpha ? contentOf(alpha, block.bounds) : block.bounds;
  if (!isEmpty(content)) return cropBlock(block, content);
  const none = color.map((plane) => plane.slice(0, 0));
  return { bounds: nowhere, planes: { color: none, ...(alpha && { alpha: alpha.slice(0, 0) }) } };
}
