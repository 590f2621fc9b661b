import { TextFieldOf } from '../fields/TextFieldOf';
import { wholeNumber } from '../fields/kinds';
import { useFieldText } from '../fields/useFieldText';
import { strings } from '../strings';
import { Slider } from '../widgets/Slider';

export interface StrengthProps {
  /** 0 to 1. */
  readonly strength: number;
  readonly onChange: (strength: number) => void;
}

const range = { least: 0, most: 100 };

/** How much of the reference's look is taken over. */
export function Strength({ strength, onChange }: StrengthProps) {
  const percent = Math.round(strength * 100);
  const take = (taken: number) => onChange(taken / 100);
  const field = useFieldText(percent, wholeNumber(range, strings.percent), take);
  return (
    <div className="section-tight">
      <div className="range">
        <span className="range-label">{strings.strength}</span>
        <Slider label={strings.strength} value={percent} {...range} onSlide={take} />
        <TextFieldOf label={strings.strength} className="range-value" field={field} />
      </div>
      <div className="small secondary">{strings.strengthHint}</div>
    </div>
  );
}
