import { useState } from 'react';

export interface NumberText {
  /** What the field shows: what is being typed, or the value. */
  readonly text: string;
  readonly state: 'valid' | 'invalid';
  readonly type: (text: string) => void;
  /** Takes what was typed if it is a number in the range. */
  readonly take: () => void;
  /** Enter takes what was typed, Escape restores the value, Up and Down step by 1, with Shift by 10. */
  readonly press: (event: KeyboardEvent) => void;
  /** Takes what was typed, or restores the value where it is none. */
  readonly leave: () => void;
}

export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/** The editing of a whole number as text. Nothing is taken before it is a number in the range. */
export function useNumberText(
  value: number,
  { least, most }: NumberRange,
  show: (value: number) => string,
  onTake: (value: number) => void,
): NumberText {
  const [typed, setTyped] = useState<string>();
  const parsed = typed === undefined ? value : parseWhole(typed);
  const isValid = parsed !== undefined && parsed >= least && parsed <= most;
  const end = (taken: number) => {
    setTyped(undefined);
    if (taken !== value) onTake(taken);
  };
  const take = () => {
    if (isValid) end(parsed);
  };
  return {
    text: typed ?? show(value),
    state: isValid ? 'valid' : 'invalid',
    type: setTyped,
    take,
    press(event) {
      const step = stepOf(event);
      if (event.key === 'Enter') take();
      else if (event.key === 'Escape' && typed !== undefined) end(value);
      else if (step !== 0) end(Math.min(most, Math.max(least, (isValid ? parsed : value) + step)));
      else return;
      // with Ctrl or Cmd, Enter goes on to run the edit, with what was just taken
      if (!isValid || !(event.ctrlKey || event.metaKey)) event.preventDefault();
    },
    leave: () => end(isValid ? parsed : value),
  };
}

/** A whole number, with or without its unit; nothing for anything else. */
function parseWhole(text: string): number | undefined {
  const found = /^\s*(\d{1,6})\s*(px)?\s*$/i.exec(text);
  return found === null ? undefined : Number(found[1]);
}

function stepOf({ key, shiftKey }: KeyboardEvent): number {
  const size = shiftKey ? 10 : 1;
  if (key === 'ArrowUp') return size;
  return key === 'ArrowDown' ? -size : 0;
}
