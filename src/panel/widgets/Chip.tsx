import { Icon } from './Icon';
import { Pressable } from './Pressable';

export interface ChipProps {
  readonly label: string;
  readonly state: 'on' | 'off';
  readonly onPress: () => void;
}

/** Something that is part of the edit, or not. */
export function Chip({ label, state, onPress }: ChipProps) {
  return (
    <Pressable className={state === 'on' ? 'chip chip-on' : 'chip'} title={label} state={state} onPress={onPress}>
      {state === 'on' && <Icon name="check-inverse" />}
      {label}
    </Pressable>
  );
}
