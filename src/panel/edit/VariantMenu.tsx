import type { Draft } from '../../app/state';
import { TextFieldOf } from '../fields/TextFieldOf';
import { optional, wholeNumber } from '../fields/kinds';
import { useFieldText } from '../fields/useFieldText';
import { strings } from '../strings';
import { Icon } from '../widgets/Icon';
import { MenuFrame } from '../widgets/MenuFrame';
import { Pressable } from '../widgets/Pressable';

export interface VariantMenuProps extends Pick<Draft, 'variants' | 'seed'> {
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onClose: () => void;
}

const counts = [1, 2, 3, 4, 6, 8];
const seeds = optional(wholeNumber({ least: 0, most: 0xffffffff }, String));

/** How many answers a run asks for, and the seed that they start from. */
export function VariantMenu({ variants, seed, onChange, onClose }: VariantMenuProps) {
  const field = useFieldText(seed, seeds, (taken) => onChange({ seed: taken }));
  return (
    <MenuFrame label={strings.variants} onClose={onClose}>
      {counts.map((count) => (
        <Pressable
          key={count}
          className="menu-item"
          title={strings.variantCount(count)}
          onPress={() => {
            onClose();
            onChange({ variants: count });
          }}
        >
          <span className="menu-mark">{count === variants && <Icon name="check" />}</span>
          <span className={count === variants ? 'strong' : ''}>{strings.variantCount(count)}</span>
        </Pressable>
      ))}
      <div className="menu-rule" />
      <div className="menu-field">
        <span className="field-label">{strings.seed}</span>
        <TextFieldOf label={strings.seed} placeholder={strings.newSeed} className="field" field={field} />
      </div>
    </MenuFrame>
  );
}
