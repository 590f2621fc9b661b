import type { ModelChoice } from '../../app/state';
import { strings } from '../strings';
import { Pressable } from '../widgets/Pressable';

export interface ModelMenuProps {
  readonly choices: readonly ModelChoice[];
  /** Whether the present model was chosen by the retoucher. */
  readonly chosenBy: 'inlay' | 'you';
  /** `auto`, or the id of a model. */
  readonly onChoose: (model: string) => void;
}

/** The other models, one reason per row and the price at the right; a row that cannot be chosen says why. */
export function ModelMenu({ choices, chosenBy, onChoose }: ModelMenuProps) {
  return (
    <div className="menu" role="list" aria-label={strings.models}>
      {chosenBy === 'you' && (
        <Pressable className="menu-row" title={strings.letInlayChoose} onPress={() => onChoose('auto')}>
          <Row label={strings.letInlayChoose} note={strings.letInlayChooseNote} price="" />
        </Pressable>
      )}
      {choices.map((choice) =>
        choice.state === 'enabled' ? (
          <Pressable key={choice.id} className="menu-row" title={choice.label} onPress={() => onChoose(choice.id)}>
            <Row {...choice} />
          </Pressable>
        ) : (
          <div key={choice.id} className="menu-row menu-row-off" aria-disabled={true}>
            <Row {...choice} />
          </div>
        ),
      )}
    </div>
  );
}

function Row({ label, note, price }: Pick<ModelChoice, 'label' | 'note' | 'price'>) {
  return (
    <>
      <div className="grow">
        <div className="strong one-line">{label}</div>
        <div className="small">{note}</div>
      </div>
      <div className="menu-price">{price}</div>
    </>
  );
}
