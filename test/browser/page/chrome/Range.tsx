export interface RangeProps {
  readonly label: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that is dragged, with what it is and how much. */
export function Range({ label, unit, least, most, value, onChange }: RangeProps) {
  return (
    <label className="range">
      <span className="range-label">{label}</span>
      <input
        type="range"
        min={least}
        max={most}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span className="range-value">{`${value} ${unit}`}</span>
    </label>
  );
}
