import type { LayerState } from '../../model/state';
import type { Session } from '../session';
import { commandNotAvailable, notAvailable } from './commandError';
import { resolve, type Target } from './reference';

/** A command about a layer acts on the document in front, whatever the reference says. */
export function targetInFront(session: Session, given: unknown): Target {
  const target = resolve(session, given);
  if (target.document !== session.workspace.active) throw notAvailable(`document ${target.document.id}`);
  return target;
}

export function oneLayer({ layers }: Target): LayerState {
  const [layer] = layers;
  if (!layer) throw commandNotAvailable('Set');
  return layer;
}
