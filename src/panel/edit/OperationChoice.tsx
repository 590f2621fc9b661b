import type { Draft } from '../../app/state';
import { strings } from '../strings';
import { Choices } from '../widgets/Choices';

type Operation = Draft['operation'];

export interface OperationChoiceProps {
  readonly chosen: Operation;
  readonly selected: 'something' | 'nothing';
  readonly onChoose: (operation: Operation) => void;
}

const operations: readonly Operation[] = ['remove'];

/** The operations side by side; a dot marks the proposed one, and the line below says why. */
export function OperationChoice({ chosen, selected, onChoose }: OperationChoiceProps) {
  const proposed = proposedFor(selected);
  return (
    <>
      <Choices
        kind="segments"
        label={strings.operation}
        chosen={chosen}
        onChoose={onChoose}
        choices={operations.map((id) => ({
          id,
          title: strings.operations[id],
          content: <Segment operation={id} mark={id === proposed ? 'proposed' : 'none'} />,
        }))}
      />
      <div className="operation-hint one-line">
        {selected === 'something' ? strings.proposed[chosen] : strings.needsSelection[chosen]}
      </div>
    </>
  );
}

function proposedFor(selected: OperationChoiceProps['selected']): Operation | undefined {
  return selected === 'something' ? 'remove' : undefined;
}

function Segment({ operation, mark }: { readonly operation: Operation; readonly mark: 'proposed' | 'none' }) {
  return (
    <>
      {mark === 'proposed' && <span className="proposed" />}
      {strings.operations[operation]}
    </>
  );
}
