import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly content: ReactNode;
  readonly title: string;
}

export interface ChoicesProps<Id extends string> {
  readonly kind: 'tabs' | 'segments' | 'tiles' | 'aspects';
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** Exactly one of several: one stop for the Tab key, arrows choose the neighbor, a click chooses what it hits. */
export function Choices<Id extends string>({ kind, label, choices, chosen, onChoose }: ChoicesProps<Id>) {
  const group = useRef<HTMLDivElement>(null);
  const { groupClass, itemClass, groupRole, itemRole, mark } = looks[kind];
  const chooseNeighbor = (event: KeyboardEvent, from: number) => {
    const step = steps.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    const index = (from + step + choices.length) % choices.length;
    const item = group.current?.children.item(index);
    if (item instanceof HTMLElement) item.focus();
    const neighbor = choices.at(index);
    if (neighbor !== undefined && neighbor.id !== chosen) onChoose(neighbor.id);
  };
  return (
    <div
      ref={group}
      className={choices.length > 1 ? groupClass : `${groupClass} ${groupClass}-single`}
      role={groupRole}
      aria-label={label}
    >
      {choices.map(({ id, content, title }, index) => (
        <div
          key={id}
          role={itemRole}
          tabIndex={id === chosen ? 0 : -1}
          className={id === chosen ? `${itemClass} ${itemClass}-on` : itemClass}
          title={title}
          {...{ [mark]: id === chosen }}
          onClick={() => onChoose(id)}
          onKeyDown={(event) => chooseNeighbor(event, index)}
        >
          {content}
        </div>
      ))}
    </div>
  );
}

const looks = {
  tabs: { groupClass: 'nav', itemClass: 'nav-tab', groupRole: 'tablist', itemRole: 'tab', mark: 'aria-selected' },
  segments: {
    groupClass: 'segments',
    itemClass: 'segment',
    groupRole: 'radiogroup',
    itemRole: 'radio',
    mark: 'aria-checked',
  },
  aspects: {
    groupClass: 'aspect-list',
    itemClass: 'aspect-choice',
    groupRole: 'radiogroup',
    itemRole: 'radio',
    mark: 'aria-checked',
  },
  tiles: { groupClass: 'tray', itemClass: 'variant', groupRole: 'radiogroup', itemRole: 'radio', mark: 'aria-checked' },
};

const steps = new Map([
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
  ['ArrowRight', 1],
  ['ArrowDown', 1],
]);
