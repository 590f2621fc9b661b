import { depthOf, planesOf } from '../../model/samples';
import type { DocumentState, LayerState, Planes } from '../../model/state';
import { withPixels } from '../../model/withPixels';
import { wholeNumber } from '../arguments';
import { imagingCall } from '../calls';
import { demand } from '../rules';
import type { Session } from '../session';
import { layerFor } from '../targets';
import type { ImageRecord } from './imageStore';
import { toDepth } from './planes';
import { readPut } from './put';
import { imagingDocument } from './read';
import { colorComponents, convertColors, documentTag, followsCurve, tagFor } from './spaces';

/** Writes a block one to one into a pixel layer; `replace` throws away what the layer held. */
export function putPixels(session: Session, given: unknown): Promise<void> {
  return imagingCall(session, 'putPixels', () => {
    const { book } = session;
    const { options, record, bounds, replace, commandName } = readPut(
      session,
      'putPixels',
      given,
      ['layerID'],
      'Put Pixels',
    );
    const document = imagingDocument(session, options);
    const layer = layerFor(session, document, wholeNumber(book, 'putPixels layerID', options['layerID']));
    demandTarget(session, document.state, layer, record);
    const block = { bounds, planes: planesFor(session, document.state, record) };
    const next = withPixels(document.state, layer.id, block, replace ? 'replace' : 'patch');
    document.history.commit(next, commandName);
    session.reportHistory(document);
  });
}

function demandTarget({ book }: Session, { depth }: DocumentState, layer: LayerState, { data }: ImageRecord): void {
  const { locks } = layer;
  demand(book, 'imaging.put-kind', layer.kind === 'pixel', `layer ${layer.id} is of kind ${layer.kind}`);
  demand(book, 'imaging.put-kind', !layer.isBackground, `layer ${layer.id} is the Background`);
  demand(book, 'imaging.put-kind', !locks.all && !locks.pixels && !locks.transparency, `layer ${layer.id} is locked`);
  const given = depthOf(data);
  demand(book, 'imaging.put-depth', given === depth, `${given}-bit data for a ${depth}-bit document`);
}

/** The image data in the colors of the document. */
function planesFor(session: Session, state: DocumentState, { space, profile, components, data }: ImageRecord): Planes {
  const { color, alpha } = planesOf(data, components, colorComponents(space));
  const { tag } = tagFor(session, state, space, profile);
  const curved = followsCurve(session, profile, space, state.depth);
  const given = curved ? color.map((plane) => toDepth(plane, 16)) : color;
  return { color: convertColors(session, given, tag, documentTag(state), state.depth), ...(alpha && { alpha }) };
}
