import { Icon } from './Icon';
import { MenuFrame } from './MenuFrame';
import { Pressable } from './Pressable';

export interface MenuItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** What it is, or what it is for: a few words beside the label. */
  readonly note: string;
}

export interface MenuProps<Id extends string> {
  readonly label: string;
  readonly items: readonly MenuItem<Id>[];
  readonly chosen: Id | undefined;
  readonly onChoose: (id: Id) => void;
  readonly onClose: () => void;
}

/** A list to choose from. */
export function Menu<Id extends string>({ label, items, chosen, onChoose, onClose }: MenuProps<Id>) {
  return (
    <MenuFrame label={label} onClose={onClose}>
      {items.map(({ id, label: name, note }) => (
        <Pressable key={id} className="menu-item" title={name} onPress={() => onChoose(id)}>
          <span className="menu-mark">{id === chosen && <Icon name="check" />}</span>
          <span className={id === chosen ? 'menu-label strong' : 'menu-label'}>{name}</span>
          {note !== '' && <span className="menu-why grow one-line">{note}</span>}
        </Pressable>
      ))}
    </MenuFrame>
  );
}
