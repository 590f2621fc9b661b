import { useState } from 'react';

/** What a field holds, and how it is written. */
export interface FieldKind<Value> {
  readonly show: (value: Value) => string;
  /** Nothing where the text is not understood. */
  readonly read: (text: string) => { readonly value: Value } | undefined;
  /** What Up and Down lead to, by 1, with Shift by 10. */
  readonly step: (value: Value, by: number) => Value;
}

export interface FieldText {
  /** What the field shows: what is being typed, or the value. */
  readonly text: string;
  readonly state: 'valid' | 'invalid';
  readonly type: (text: string) => void;
  /** Takes what was typed if it is understood. */
  readonly take: () => void;
  /** Enter takes what was typed, Escape restores the value, Up and Down step. */
  readonly press: (event: KeyboardEvent) => void;
  /** Takes what was typed, or restores the value where it is not understood. */
  readonly leave: () => void;
}

/** The editing of a value as text. Nothing is taken before it is understood. */
export function useFieldText<Value>(value: Value, kind: FieldKind<Value>, onTake: (value: Value) => void): FieldText {
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? { value } : kind.read(typed);
  const end = (taken: Value) => {
    setTyped(undefined);
    if (taken !== value) onTake(taken);
  };
  const take = () => {
    if (read !== undefined) end(read.value);
  };
  return {
    text: typed ?? kind.show(value),
    state: read === undefined ? 'invalid' : 'valid',
    type: setTyped,
    take,
    press(event) {
      const by = stepOf(event);
      if (event.key === 'Enter') take();
      else if (event.key === 'Escape' && typed !== undefined) end(value);
      else if (by !== 0) end(kind.step(read === undefined ? value : read.value, by));
      else return;
      // with Ctrl or Cmd, Enter goes on to run the edit, with what was just taken
      if (read === undefined || !(event.ctrlKey || event.metaKey)) event.preventDefault();
    },
    leave: () => end(read === undefined ? value : read.value),
  };
}

function stepOf({ key, shiftKey }: KeyboardEvent): number {
  const size = shiftKey ? 10 : 1;
  if (key === 'ArrowUp') return size;
  return key === 'ArrowDown' ? -size : 0;
}
