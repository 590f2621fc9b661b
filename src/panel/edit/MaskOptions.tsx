import type { Draft } from '../../app/state';
import { TextFieldOf } from '../fields/TextFieldOf';
import { wholeNumber } from '../fields/kinds';
import { type FieldText, useFieldText } from '../fields/useFieldText';
import { strings } from '../strings';

export interface MaskOptionsProps extends Pick<Draft, 'grow' | 'feather'> {
  readonly onChange: (change: Partial<Draft>) => void;
}

const range = { least: 0, most: 256 };

/** How far the selection is widened, and how soft its edge becomes, in document pixels. */
export function MaskOptions({ grow, feather, onChange }: MaskOptionsProps) {
  const pixels = wholeNumber(range, strings.pixels);
  const growText = useFieldText(grow, pixels, (taken) => onChange({ grow: taken }));
  const featherText = useFieldText(feather, pixels, (taken) => onChange({ feather: taken }));
  const isValid = growText.state === 'valid' && featherText.state === 'valid';
  return (
    <>
      <div className="options">
        <span className="options-label">{strings.mask}</span>
        <Option label={strings.grow} field={growText} className="option option-first" />
        <Option label={strings.feather} field={featherText} className="option" />
      </div>
      <div className={isValid ? 'options-hint' : 'options-hint options-error'}>
        {isValid ? strings.maskHint : strings.pixelRange(range.least, range.most)}
      </div>
    </>
  );
}

interface OptionProps {
  readonly label: string;
  readonly field: FieldText;
  readonly className: string;
}

function Option({ label, field, className }: OptionProps) {
  return (
    <div className={className}>
      <span className="field-label">{label}</span>
      <TextFieldOf label={label} className="field" field={field} />
    </div>
  );
}
