import { Icon } from './Icon';
import { Pressable } from './Pressable';

export interface PickerProps {
  readonly className: string;
  /** What is chosen here. */
  readonly label: string;
  /** What is chosen. */
  readonly value: string;
  readonly onPress: () => void;
}

/** Opens and closes a menu that its parent shows: the host's own picker cannot be read. */
export function Picker({ className, label, value, onPress }: PickerProps) {
  return (
    <Pressable className={`picker ${className}`} title={`${label}: ${value}`} onPress={onPress}>
      <span className="grow one-line">{value}</span>
      <Icon name="chevron-down" />
    </Pressable>
  );
}
