import type { Registration } from '../image/register/registerAnswer';
import type { Texture } from '../image/texture/matchTexture';
import type { FittedIn } from './fitIn';
import type { EditPlan } from './plan';

/** What was found while an answer was fitted; what is absent was not looked for, or there was too little to tell it by. */
export interface Fitting {
  /** The share of what was to stay that was found where it belongs, 0 to 1. */
  readonly found?: number;
  /** How far off it still lies, in pixels sent. */
  readonly misplaced?: number;
  /** By how many levels its colors were off before they were matched. */
  readonly tint?: number;
  readonly texture?: Texture;
  /** What an instruction without a selection changed. */
  readonly change?: 'nothing' | 'everything' | 'region';
  /** The size at which the model saw the picture, over the document's own. */
  readonly scale?: number;
}

export function fittingOf(
  registration: Registration | undefined,
  { texture, tint, change }: Pick<FittedIn, 'texture' | 'tint' | 'change'>,
  { fit }: Pick<EditPlan, 'fit'>,
): Fitting {
  return {
    ...(registration && registration.kind !== 'featureless' && { found: registration.confidence }),
    ...(registration?.kind === 'aligned' && { misplaced: registration.error }),
    ...(tint !== undefined && { tint }),
    ...(texture && { texture }),
    ...(change && { change }),
    ...(registration && { scale: fit.scale }),
  };
}
