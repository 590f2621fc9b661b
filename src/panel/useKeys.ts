import { useEffect, useEffectEvent } from 'react';

/** By key (`Enter`, `Mod+Enter`, `ArrowLeft`; Mod is Ctrl or Cmd), what pressing or releasing it does. */
export interface KeyMap {
  readonly [key: string]: (() => void) | undefined;
}

/** Keys that act wherever the focus is in the panel, except where the focused control needs the key itself. */
export function useKeys(keys: KeyMap, on: 'keydown' | 'keyup' = 'keydown'): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[nameOf(event)];
    if (act === undefined || event.defaultPrevented || needsKey(event.target, event)) return;
    event.preventDefault();
    if (!event.repeat || event.key.startsWith('Arrow')) act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    document.addEventListener(on, listener);
    return () => document.removeEventListener(on, listener);
  }, [on]);
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  return [ctrlKey || metaKey ? 'Mod+' : '', altKey ? 'Alt+' : '', shiftKey ? 'Shift+' : '', key].join('');
}

const textControls = 'sp-textfield, sp-textarea, input, textarea';
const buttons = 'sp-button, sp-action-button, sp-checkbox, [role="button"]';

/** Single keys write text in a text field; Enter and Space press the button that has the focus. */
function needsKey(target: EventTarget | null, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || key === 'Escape' || !(target instanceof Element)) return false;
  if (target.closest(textControls) !== null) return true;
  return (key === 'Enter' || key === ' ') && target.closest(buttons) !== null;
}
