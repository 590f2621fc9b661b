import type { Draft } from '../../app/state';
import { strings } from '../strings';
import { TextField } from '../widgets/TextField';
import { type NumberText, useNumberText } from './useNumberText';

export interface MaskOptionsProps extends Pick<Draft, 'grow' | 'feather'> {
  readonly onChange: (change: Partial<Draft>) => void;
}

const range = { least: 0, most: 256 };

/** How far the selection is widened, and how soft its edge becomes, in document pixels. */
export function MaskOptions({ grow, feather, onChange }: MaskOptionsProps) {
  const growText = useNumberText(grow, range, strings.pixels, (taken) => onChange({ grow: taken }));
  const featherText = useNumberText(feather, range, strings.pixels, (taken) => onChange({ feather: taken }));
  const isValid = growText.state === 'valid' && featherText.state === 'valid';
  return (
    <>
      <div className="options">
        <span className="options-label">{strings.mask}</span>
        <Option label={strings.grow} number={growText} className="option option-first" />
        <Option label={strings.feather} number={featherText} className="option" />
      </div>
      <div className={isValid ? 'options-hint' : 'options-hint options-error'}>
        {isValid ? strings.maskHint : strings.pixelRange(range.least, range.most)}
      </div>
    </>
  );
}

interface OptionProps {
  readonly label: string;
  readonly number: NumberText;
  readonly className: string;
}

function Option({ label, number, className }: OptionProps) {
  return (
    <div className={className}>
      <span className="field-label">{label}</span>
      <TextField
        label={label}
        value={number.text}
        state={number.state}
        className="field"
        onType={number.type}
        onKey={number.press}
        onCommit={number.take}
        onLeave={number.leave}
      />
    </div>
  );
}
