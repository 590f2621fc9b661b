import { useState } from 'react';
import type { Draft, Proposal } from '../../app/state';
import { strings } from '../strings';
import { Choices } from '../widgets/Choices';
import { Icon } from '../widgets/Icon';
import { Menu } from '../widgets/Menu';

type Operation = Draft['operation'];

export interface OperationChoiceProps {
  readonly chosen: Operation;
  readonly proposal: Proposal;
  readonly selected: 'something' | 'nothing';
  readonly onChoose: (operation: Operation) => void;
}

/** What most edits are; the others stand behind More, and take its place once they are chosen. */
const usual: readonly Operation[] = ['remove', 'inpaint', 'instruct'];
const further: readonly Operation[] = ['outpaint', 'replace', 'style', 'generate'];

/** The operations side by side; a dot marks the proposed one, and the line below says why. */
export function OperationChoice({ chosen, proposal, selected, onChoose }: OperationChoiceProps) {
  const [menu, setMenu] = useState<'open' | 'closed'>('closed');
  const isFurther = further.includes(chosen);
  const lines = selected === 'something' ? strings.withSelection : strings.withoutSelection;
  const choose = (operation: Operation) => {
    setMenu('closed');
    onChoose(operation);
  };
  return (
    <>
      <Choices
        kind="segments"
        label={strings.operation}
        chosen={isFurther ? 'more' : chosen}
        onChoose={(id) => (id === 'more' ? setMenu(menu === 'open' ? 'closed' : 'open') : choose(id))}
        choices={[
          ...usual.map((id) => ({
            id,
            title: strings.operations[id],
            content: <Segment label={strings.operations[id]} mark={id === proposal.operation ? 'proposed' : 'none'} />,
          })),
          {
            id: 'more',
            title: isFurther ? strings.operations[chosen] : strings.moreOperations,
            content: (
              <>
                <Segment
                  label={isFurther ? strings.operations[chosen] : strings.moreOperations}
                  mark={further.includes(proposal.operation) ? 'proposed' : 'none'}
                />
                <Icon name={isFurther ? 'chevron-down-inverse' : 'chevron-down'} />
              </>
            ),
          },
        ]}
      />
      {menu === 'open' && (
        <Menu
          label={strings.moreOperations}
          chosen={chosen}
          onChoose={choose}
          onClose={() => setMenu('closed')}
          items={further.map((id) => ({ id, label: strings.operations[id], note: lines[id] }))}
        />
      )}
      <div className="operation-hint one-line">
        {chosen === proposal.operation ? strings.proposed[proposal.because] : lines[chosen]}
      </div>
    </>
  );
}

function Segment({ label, mark }: { readonly label: string; readonly mark: 'proposed' | 'none' }) {
  return (
    <>
      {mark === 'proposed' && <span className="proposed" />}
      {label}
    </>
  );
}
