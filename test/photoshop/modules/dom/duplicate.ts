import type { DocumentState, LayerState } from '../../model/state';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';

/** The same layer with new ids, to be put into `target`. */
export function copyOfLayer(session: Session, target: OpenDocument, layer: LayerState, name?: string): LayerState {
  const { origin: _origin, xmp, ...rest } = layer;
  const keepsXmp = xmp !== undefined && session.switches.duplicateXmp === 'kept';
  return {
    ...rest,
    id: target.nextLayerId(),
    name: name ?? `${layer.name} copy`,
    isBackground: false,
    ...(keepsXmp && { xmp }),
    ...(layer.children && {
      children: layer.children.map((child) => copyOfLayer(session, target, child, child.name)),
    }),
  };
}

/** What a copy of a document begins with. */
export function copyOfDocument({ switches }: Session, state: DocumentState): DocumentState {
  const { selection, ...rest } = state;
  return selection && switches.duplicateSelection === 'lost' ? rest : state;
}
