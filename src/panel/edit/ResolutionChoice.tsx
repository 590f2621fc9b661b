import type { Draft, Offer } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';

export interface ResolutionChoiceProps {
  readonly resolution: NonNullable<Extract<Offer, { kind: 'ready' }>['resolution']>;
  readonly onChoose: (tiles: Draft['tiles']) => void;
}

/** A large area in full resolution, with what that costs, or in one reduced crop. */
export function ResolutionChoice({ resolution, onChoose }: ResolutionChoiceProps) {
  const { chosen, tiles, price } = resolution;
  const isNative = chosen === 'native';
  return (
    <div className="section-tight">
      <div className="small secondary">{strings.inTiles(tiles, price)}</div>
      <ActionButton className="" title={strings.inTilesTitle} onPress={() => onChoose(isNative ? 'whole' : 'native')}>
        {isNative ? strings.reducedInstead : strings.fullResolution}
      </ActionButton>
    </div>
  );
}
