import type { Draft, ModelChoice, Offer } from '../../app/state';
import { strings } from '../strings';
import { Icon } from '../widgets/Icon';
import { MenuFrame } from '../widgets/MenuFrame';
import { Pressable } from '../widgets/Pressable';

export interface ModelMenuProps {
  readonly offer: Extract<Offer, { kind: 'ready' }>;
  readonly operation: Draft['operation'];
  /** Whether the present model was chosen by the retoucher. */
  readonly chosenBy: 'inlay' | 'you';
  /** `auto`, or the id of a model. */
  readonly onChoose: (model: string) => void;
  /** Keeps a model for this operation for good. */
  readonly onPin: (model: string) => void;
  readonly onClose: () => void;
}

/** The models, one reason per row and the price at the right; a row that cannot be chosen says why. */
export function ModelMenu({ offer, operation, chosenBy, onChoose, onPin, onClose }: ModelMenuProps) {
  return (
    <MenuFrame label={strings.models} onClose={onClose}>
      {chosenBy === 'you' && (
        <Pressable className="menu-row" title={strings.letInlayChoose} onPress={() => onChoose('auto')}>
          <Row label={strings.letInlayChoose} note={strings.letInlayChooseNote} price="" mark="none" />
        </Pressable>
      )}
      <div className="menu-row">
        <Row label={offer.model} note={offer.reason} price={offer.priceEach} mark="current" />
      </div>
      {offer.choices.map((choice) =>
        choice.state === 'enabled' ? (
          <Pressable key={choice.id} className="menu-row" title={choice.label} onPress={() => onChoose(choice.id)}>
            <Row {...choice} mark="none" />
          </Pressable>
        ) : (
          <div key={choice.id} className="menu-row menu-row-off" aria-disabled={true}>
            <Row {...choice} mark="none" />
          </div>
        ),
      )}
      {offer.pinned === 'no' && (
        <>
          <div className="menu-rule" />
          <Pressable
            className="menu-item"
            title={strings.pinFor(offer.model, operation)}
            onPress={() => onPin(offer.modelId)}
          >
            <span className="menu-mark" />
            <span className="one-line">{strings.pinFor(offer.model, operation)}</span>
          </Pressable>
        </>
      )}
    </MenuFrame>
  );
}

interface RowProps extends Pick<ModelChoice, 'label' | 'note' | 'price'> {
  readonly mark: 'current' | 'none';
}

function Row({ label, note, price, mark }: RowProps) {
  return (
    <>
      <span className="menu-mark">{mark === 'current' && <Icon name="check" />}</span>
      <div className="grow">
        <div className={mark === 'current' ? 'strong one-line' : 'one-line'}>{label}</div>
        <div className="small">{note}</div>
      </div>
      <div className="menu-price">{price}</div>
    </>
  );
}
