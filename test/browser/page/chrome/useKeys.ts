import { useEffect } from 'react';
import { canvasOf, sizeOf } from '../../../photoshop/model/rects';
import type { Desk } from '../desk';
import type { Settings } from '../settings';

/** The keys of Photoshop that do something here. */
export function useKeys(desk: Desk): void {
  useEffect(() => listenToKeys(document, desk), [desk]);
}

/** The same where the focus is in another document, such as the panel's. */
export function listenToKeys(target: Document, desk: Desk): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isWriting(event)) return;
    const acts = isMod(event) ? withMod : plain;
    const act = acts === withMod || target === document ? acts[nameOf(event)] : undefined;
    if (!act) return;
    event.preventDefault();
    act(desk);
  };
  target.addEventListener('keydown', listener);
  return () => target.removeEventListener('keydown', listener);
}

type Acts = Readonly<Record<string, (desk: Desk) => void>>;

const withMod: Acts = {
  z: (desk) => desk.act(({ user }, id) => user.undo(id)),
  'Shift+z': (desk) => desk.act(({ user }, id) => user.redo(id)),
  d: (desk) => desk.select(undefined, 'replace', 'Deselect'),
  a: selectAll,
  s: (desk) => void desk.save(),
};

const plain: Acts = {
  m: (desk) => desk.set({ tool: 'rectangle' }),
  l: (desk) => desk.set({ tool: 'lasso' }),
  b: (desk) => desk.set({ tool: 'brush' }),
  h: (desk) => desk.set({ tool: 'hand' }),
  '[': (desk) => desk.set(resized(desk.get().settings, 1 / 1.2)),
  ']': (desk) => desk.set(resized(desk.get().settings, 1.2)),
};

export const brushSizes = { least: 2, most: 500 };

function resized({ brushSize }: Settings, by: number): Partial<Settings> {
  const step = by > 1 ? Math.ceil(brushSize * by) : Math.floor(brushSize * by);
  return { brushSize: Math.min(brushSizes.most, Math.max(brushSizes.least, step)) };
}

function selectAll(desk: Desk): void {
  const { document } = desk.get();
  if (!document) return;
  const bounds = canvasOf(document);
  desk.select({ bounds, values: new Uint8Array(sizeOf(bounds)).fill(255) }, 'replace', 'Select All');
}

function isMod({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}

function nameOf({ key, shiftKey }: KeyboardEvent): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  return shiftKey ? `Shift+${name}` : name;
}

/** The field's own keys are its own. An element of the panel is of another window's classes. */
function isWriting({ target }: KeyboardEvent): boolean {
  const element = target as Partial<Element> | null;
  return element?.closest?.('input:not([type="range"]), textarea, sp-textfield, sp-textarea') != null;
}
