import type { Result } from '../../app/state';
import { strings } from '../strings';
import { useKeys } from '../useKeys';
import { Button } from '../widgets/Button';

export interface ResultFootProps {
  readonly result: Result;
  readonly onPlace: (id: Result['id']) => void;
  readonly onDiscard: (id: Result['id']) => void;
}

/** The decision: Enter places, Delete discards. */
export function ResultFoot({ result, onPlace, onDiscard }: ResultFootProps) {
  const state = result.placing ? 'disabled' : 'enabled';
  const place = () => onPlace(result.id);
  const discard = () => onDiscard(result.id);
  useKeys(result.placing ? {} : { Enter: place, Delete: discard });
  return (
    <div className="foot">
      <div className="actions">
        <Button variant="cta" state={state} className="grow" title={strings.placeKey} onPress={place}>
          {result.placing ? strings.placing : strings.place}
        </Button>
        <Button variant="secondary" state={state} className="button-gap" title={strings.discardKey} onPress={discard}>
          {strings.discard}
        </Button>
      </div>
    </div>
  );
}
