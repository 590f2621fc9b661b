import type { Session } from '../session';
import { copyToLayer } from './copyToLayer';
import { get, type Result } from './get';
import { clip, duplicate, make, remove, select, set, showOrHide } from './layerCommands';

export type Command = Readonly<Record<string, unknown>>;
type Handler = (session: Session, command: Command) => Result;

/** The descriptors that can be played. */
export const handlers: Readonly<Record<string, Handler>> = {
  get,
  select,
  set,
  make,
  delete: remove,
  show: (session, command) => showOrHide(session, command, true),
  hide: (session, command) => showOrHide(session, command, false),
  duplicate,
  copyToLayer,
  groupEvent: (session, command) => clip(session, command, true),
  ungroup: (session, command) => clip(session, command, false),
};
