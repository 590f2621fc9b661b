import { useEffect, useRef } from 'react';
import { Icon } from './Icon';
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

/** A list to choose from, in the flow of the panel: nothing can be drawn over the host's fields. Escape closes it. */
export function Menu<Id extends string>({ label, items, chosen, onChoose, onClose }: MenuProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => focusFirst(list.current), []);
  return (
    <div
      ref={list}
      className="menu"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      {items.map(({ id, label: name, note }) => (
        <Pressable key={id} className="menu-item" title={name} onPress={() => onChoose(id)}>
          <span className="menu-mark">{id === chosen && <Icon name="check" />}</span>
          <span className={id === chosen ? 'strong' : ''}>{name}</span>
          {note !== '' && <span className="menu-why grow one-line">{note}</span>}
        </Pressable>
      ))}
    </div>
  );
}

function focusFirst(list: HTMLDivElement | null): void {
  const first = list?.firstElementChild;
  if (first instanceof HTMLElement) first.focus();
}
