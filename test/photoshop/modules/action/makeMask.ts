import { noRect } from '../../model/rects';
import { createSamples } from '../../model/samples';
import type { Coverage, Depth } from '../../model/state';
import { withMask } from '../../model/withMask';
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
  const hides = using === 'hideAll' || using === 'revealSelection';
  const [outside] = filled(rest.depth, 1, hides ? 0 : 1);
  const kept = fromSelection || !selection ? rest : { ...rest, selection };
  const shown = fromSelection && selection ? areaShown(selection, rest.depth, hides) : nowhere(rest.depth);
  commit(session, document, withMask(kept, layer.id, shown, 'replace', outside), 'Add Layer Mask');
  return {};
}

/** What is selected, or all but that. */
function areaShown({ bounds, samples }: Coverage, depth: Depth, hides: boolean): Coverage {
  const plane = toDepth(samples, depth);
  const full = fullScaleOf(plane);
  return { bounds, samples: hides ? plane : plane.map((value) => full - value) };
}

function nowhere(depth: Depth): Coverage {
  return { bounds: noRect, samples: createSamples(depth, 0) };
}
