import { type MouseEvent, useRef, useState } from 'react';
import type { Commands } from '../../app/commands';
import type { RequestedReference, ShowablePicture } from '../../app/state';
import { strings } from '../strings';
import { ActionButton } from '../widgets/ActionButton';
import { Menu } from '../widgets/Menu';
import { ReferenceRow } from './ReferenceRow';
import { moved } from './moved';

export interface ReferencesProps {
  readonly references: readonly RequestedReference[];
  readonly showable: readonly ShowablePicture[];
  readonly commands: Commands;
}

/** What the model is shown besides the picture, in the order that the prompt counts. Rows are dragged by their handle. */
export function References({ references, showable, commands }: ReferencesProps) {
  const [menu, setMenu] = useState<'open' | 'closed'>('closed');
  const [dragged, setDragged] = useState<number>();
  const rows = useRef<HTMLDivElement>(null);
  const change = (next: readonly RequestedReference[]) => {
    if (next !== references) commands.changeDraft({ references: next });
  };
  const follow = (event: MouseEvent) => {
    if (dragged === undefined) return;
    // released outside the panel; not every host says which buttons are down
    const over = event.buttons === 0 ? undefined : rowAt(event.clientY, rows.current);
    if (over === undefined || over === dragged) return;
    change(moved(references, dragged, over));
    setDragged(over);
  };
  const add = (id: string) => {
    setMenu('closed');
    const picture = showable[Number(id)];
    if (picture === undefined) commands.addFile();
    else commands.addReference(picture.from);
  };
  return (
    <div className="section-tight">
      <div className="section-head">
        <h2 className="section-title">{strings.references}</h2>
        <ActionButton
          className=""
          title={strings.addReference}
          onPress={() => {
            if (menu === 'closed') commands.lookForPictures();
            setMenu(menu === 'open' ? 'closed' : 'open');
          }}
        >
          {menu === 'open' ? strings.closeModels : strings.add}
        </ActionButton>
      </div>
      {menu === 'open' && (
        <Menu
          label={strings.addReference}
          items={[
            ...showable.map((picture, index) => ({ id: String(index), ...linesFor(picture) })),
            { id: 'file', label: strings.file, note: strings.fileNote },
          ]}
          chosen={undefined}
          onChoose={add}
          onClose={() => setMenu('closed')}
        />
      )}
      <div ref={rows} onMouseMove={follow} onMouseUp={() => setDragged(undefined)}>
        {references.map((reference, index) => (
          <ReferenceRow
            key={`${index} ${JSON.stringify(reference.from)}`}
            reference={reference}
            number={index + 1}
            onRole={(role) => change(references.map((other, i) => (i === index ? { ...other, role } : other)))}
            onMove={(by) => change(moved(references, index, index + by))}
            onDrag={() => setDragged(index)}
            onRemove={() => change(references.filter((_, i) => i !== index))}
          />
        ))}
      </div>
    </div>
  );
}

function linesFor({ from, kind }: ShowablePicture) {
  return { label: from.kind === 'document' ? from.title : from.name, note: strings.origins[kind] };
}

/** The row that lies there; rows may be of different heights. */
function rowAt(y: number, rows: HTMLElement | null): number | undefined {
  const all = [...(rows?.children ?? [])];
  const index = all.findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return y >= top && y < bottom;
  });
  return index === -1 ? undefined : index;
}
