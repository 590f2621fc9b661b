import { TextFieldOf } from '../fields/TextFieldOf';
import { type NumberRange, wholeNumber } from '../fields/kinds';
import { useFieldText } from '../fields/useFieldText';
import { strings } from '../strings';

export interface NumberOptionProps {
  readonly label: string;
  readonly value: number;
  readonly range: NumberRange;
  readonly place?: 'first';
  readonly onTake: (value: number) => void;
}

/** A number of pixels with its name before it. */
export function NumberOption({ label, value, range, place, onTake }: NumberOptionProps) {
  const field = useFieldText(value, wholeNumber(range, strings.pixels), onTake);
  return (
    <div className={place === 'first' ? 'option option-first' : 'option'}>
      <span className="field-label">{label}</span>
      <TextFieldOf label={label} className="field" field={field} />
    </div>
  );
}
