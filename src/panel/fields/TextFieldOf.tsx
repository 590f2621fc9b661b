import { TextField } from '../widgets/TextField';
import type { FieldText } from './useFieldText';

export interface TextFieldOfProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly className: string;
  readonly field: FieldText;
}

/** The host's text field, showing what `useFieldText` edits. */
export function TextFieldOf({ label, placeholder = '', className, field }: TextFieldOfProps) {
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      value={field.text}
      state={field.state}
      className={className}
      onType={field.type}
      onKey={field.press}
      onCommit={field.take}
      onLeave={field.leave}
    />
  );
}
