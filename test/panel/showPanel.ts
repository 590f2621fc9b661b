import { act, fireEvent, screen } from '@testing-library/react';
import type { Commands } from '../../src/app/commands';
import type { AppState } from '../../src/app/state';
import { createStore } from '../../src/app/store';
import { mountPanel } from '../../src/panel/mount';
import { aState } from './aState';

export interface ShownPanel {
  /** Every command that was sent, in order, with what came with it. */
  readonly sent: readonly (readonly [name: string, ...details: unknown[]])[];
  /** Puts another state in place of the present one. */
  readonly become: (change: Partial<AppState>) => void;
  readonly unmount: () => void;
}

const shown: ShownPanel[] = [];

/** Mounts the whole panel over a state, with commands that only write down what was sent. */
export function showPanel(change: Partial<AppState> = {}): ShownPanel {
  const root = document.createElement('div');
  document.body.append(root);
  const store = createStore(aState(change));
  const sent: (readonly [string, ...unknown[]])[] = [];
  let unmount = () => {};
  act(() => {
    unmount = mountPanel(root, { store, commands: recordInto(sent) });
  });
  const panel: ShownPanel = {
    sent,
    become: (next) => act(() => store.set((before) => ({ ...before, ...next }))),
    unmount() {
      act(unmount);
      root.remove();
    },
  };
  shown.push(panel);
  return panel;
}

/** Takes all panels away again. */
export function takePanelsAway(): void {
  for (const panel of shown.splice(0)) panel.unmount();
}

function recordInto(sent: (readonly [string, ...unknown[]])[]): Commands {
  return {
    show: (view) => sent.push(['show', view]),
    changeDraft: (draft) => sent.push(['changeDraft', draft]),
    chooseModel: (model) => sent.push(['chooseModel', model]),
    pinModel: (model) => sent.push(['pinModel', model]),
    lookForPictures: () => sent.push(['lookForPictures']),
    addFile: () => sent.push(['addFile']),
    addReference: (from) => sent.push(['addReference', from]),
    readLook: () => sent.push(['readLook']),
    run: () => sent.push(['run']),
    cancel: () => sent.push(['cancel']),
    place: (result) => sent.push(['place', result]),
    discard: (result) => sent.push(['discard', result]),
    saveKey: (service, key) => sent.push(['saveKey', service, key]),
    removeKey: (service) => sent.push(['removeKey', service]),
    changeSettings: (settings) => sent.push(['changeSettings', settings]),
    beginLedger: () => sent.push(['beginLedger']),
    forgetLearned: () => sent.push(['forgetLearned']),
    importCatalog: () => sent.push(['importCatalog']),
    restoreCatalog: () => sent.push(['restoreCatalog']),
    dismissNotice: () => sent.push(['dismissNotice']),
  };
}

/** The host's own widget that says this, or that has this label. */
export function widget(tag: string, text: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(tag)].find(
    (element) => element.textContent === text || element.getAttribute('aria-label') === text,
  );
  if (found === undefined) throw new Error(`There is no <${tag}> called “${text}” in: ${document.body.textContent}`);
  return found;
}

export function click(element: HTMLElement): void {
  fireEvent.click(element);
}

/** Types into a host text widget as the host does: the value, then the event. */
export function typeInto(element: HTMLElement, value: string): void {
  fireEvent.input(Object.assign(element, { value }));
}

export interface KeyOptions {
  readonly on?: Element;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly shiftKey?: boolean;
  readonly altKey?: boolean;
  readonly repeat?: boolean;
}

export function press(key: string, { on = document.body, ...modifiers }: KeyOptions = {}): void {
  fireEvent.keyDown(on, { key, ...modifiers });
}

export function release(key: string): void {
  fireEvent.keyUp(document.body, { key });
}

export function text(): string {
  return document.body.textContent.replaceAll('\u00a0', ' ');
}

export { screen };
