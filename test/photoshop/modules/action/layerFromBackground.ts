import { knownPlanes } from '../../model/newLayer';
import { heightOf, widthOf } from '../../model/rects';
import { replaceLayer } from '../../model/replaceLayer';
import { commit } from '../dom/change';
import { filled } from '../imaging/planes';
import { demand } from '../rules';
import type { Session } from '../session';
import { commandNotAvailable } from './commandError';
import type { Command } from './commands';
import type { Result } from './get';
import type { Part } from './reference';
import { targetInFront } from './target';

/** The Background of the document in front becomes a layer: Photoshop gives it a name of its own, perhaps also an id. */
export function layerFromBackground(session: Session, command: Command): Result {
  const to = command['to'] as Part | undefined;
  demand(session.book, 'action.command', to?.['_obj'] === 'layer', `set ${JSON.stringify(command)}`);
  const { document } = targetInFront(session, []);
  const { state } = document;
  const background = state.layers.find(({ isBackground }) => isBackground);
  if (!background) throw commandNotAvailable('Set');
  const id = session.switches.backgroundId === 'kept' ? background.id : document.nextLayerId();
  const { color } = background.pixels.read();
  const alpha = filled(state.depth, widthOf(background.bounds) * heightOf(background.bounds), 1);
  const freed = replaceLayer(state, background.id, ({ origin: _origin, ...old }) => ({
    ...old,
    id,
    name: 'Layer 0',
    isBackground: false,
    locks: { transparency: false, pixels: false, position: false, all: false },
    pixels: knownPlanes({ color, alpha }),
  }));
  const activeLayers = state.activeLayers.map((active) => (active === background.id ? id : active));
  commit(session, document, { ...freed, activeLayers }, 'Layer From Background');
  return {};
}
