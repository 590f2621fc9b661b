import { type KeyboardEvent, useState } from 'react';
import type { RequestedReference } from '../../app/state';
import { strings } from '../strings';
import { Icon } from '../widgets/Icon';
import { Menu } from '../widgets/Menu';
import { Picker } from '../widgets/Picker';
import { Pressable } from '../widgets/Pressable';

type Role = RequestedReference['role'];

export interface ReferenceRowProps {
  readonly reference: RequestedReference;
  /** By which the prompt speaks of it. */
  readonly number: number;
  readonly onRole: (role: Role) => void;
  readonly onMove: (by: 1 | -1) => void;
  /** Its handle was taken. */
  readonly onDrag: () => void;
  readonly onRemove: () => void;
}

const roles: readonly Role[] = ['plain', 'identity', 'style', 'product'];

/** One reference. Alt with Up and Down moves it, Delete takes it away. */
export function ReferenceRow({ reference, number, onRole, onMove, onDrag, onRemove }: ReferenceRowProps) {
  const [menu, setMenu] = useState<'open' | 'closed'>('closed');
  const { from, role } = reference;
  const press = (event: KeyboardEvent) => {
    const act = actFor(event, onMove, onRemove);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div onKeyDown={press}>
      <div className="reference">
        <span
          className="handle"
          title={strings.moveReference(number)}
          onMouseDown={(event) => {
            event.preventDefault();
            onDrag();
          }}
        >
          <Icon name="handle" />
        </span>
        <span className="reference-number">{number}</span>
        <div className="reference-name">
          <div className="one-line">{from.kind === 'document' ? from.title : from.name}</div>
          <div className="small secondary one-line">{strings.origins[from.kind]}</div>
        </div>
        <Picker
          className="reference-role"
          label={strings.roleOf(number)}
          value={strings.roles[role]}
          onPress={() => setMenu(menu === 'open' ? 'closed' : 'open')}
        />
        <Pressable className="button-icon" title={strings.removeReference(number)} onPress={onRemove}>
          <Icon name="close" />
        </Pressable>
      </div>
      {menu === 'open' && (
        <Menu
          label={strings.roleOf(number)}
          items={roles.map((id) => ({ id, label: strings.roles[id], note: strings.roleNotes[id] }))}
          chosen={role}
          onClose={() => setMenu('closed')}
          onChoose={(chosen) => {
            setMenu('closed');
            onRole(chosen);
          }}
        />
      )}
    </div>
  );
}

function actFor({ key, altKey }: KeyboardEvent, onMove: (by: 1 | -1) => void, onRemove: () => void) {
  if (altKey && key === 'ArrowUp') return () => onMove(-1);
  if (altKey && key === 'ArrowDown') return () => onMove(1);
  return key === 'Delete' ? onRemove : undefined;
}
