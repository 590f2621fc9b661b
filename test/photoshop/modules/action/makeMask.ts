import { canvasOf, heightOf, widthOf } from '../../model/rects';
import { replaceLayer } from '../../model/replaceLayer';
import { copyRegion } from '../../model/samples';
import { commit } from '../dom/change';
import { filled, fullScaleOf, toDepth } from '../imaging/planes';
import { demand } from '../rules';
import type { Session } from '../session';
import { commandNotAvailable } from './commandError';
import type { Command } from './commands';
import type { Result } from './get';
import { partsOf, type Part } from './reference';
import { targetInFront } from './target';

/** A mask for the active layer; where it is made from the selection, that is gone afterwards. */
export function makeMask(session: Session, command: Command): Result {
  const { document, layers } = targetInFront(session, []);
  const [layer] = layers;
  const at = partsOf(command['at'])[0];
  const using = (command['using'] as Part | undefined)?.['_value'];
  const ways = ['revealSelection', 'hideSelection', 'revealAll', 'hideAll'];
  const known = at?.['_value'] === 'mask' && ways.includes(String(using));
  demand(session.book, 'action.command', known, `make ${JSON.stringify(command)}`);
  if (!layer || layer.isBackground || layer.mask) throw commandNotAvailable('Make');
  const { selection, ...rest } = document.state;
  const fromSelection = using === 'revealSelection' || using === 'hideSelection';
  if (fromSelection && !selection) throw commandNotAvailable('Make');
  const canvas = canvasOf(rest);
  const hides = using === 'hideAll' || using === 'revealSelection';
  const samples = filled(rest.depth, widthOf(canvas) * heightOf(canvas), hides ? 0 : 1);
  if (fromSelection && selection) {
    const plane = toDepth(selection.samples, rest.depth);
    const full = fullScaleOf(plane);
    copyRegion(hides ? plane : plane.map((value) => full - value), selection.bounds, samples, canvas);
  }
  const [outside] = filled(rest.depth, 1, hides ? 0 : 1);
  const mask = { bounds: canvas, outside, samples: () => samples, disabled: false, density: 255, feather: 0 };
  const kept = fromSelection || !selection ? rest : { ...rest, selection };
  commit(
    session,
    document,
    replaceLayer(kept, layer.id, (old) => ({ ...old, mask })),
    'Add Layer Mask',
  );
  return {};
}
