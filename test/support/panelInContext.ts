import { press, type } from '../photoshop/person';
import { until } from './moments';
import type { OnStage } from './onStage';

/** The plugin's panel, shown in the context that is like UXP's, and the person before it. */
export interface PanelInContext {
  readonly root: HTMLElement;
  /** What is written in it, with plain spaces. */
  readonly text: () => string;
  /** A widget of the host that says this. */
  readonly button: (text: string) => HTMLElement;
  readonly press: (text: string) => void;
  /** A tab, by its title. */
  readonly pressTab: (title: string) => void;
  /** Replaces the text of the field of that label. */
  readonly typeInto: (label: string, text: string) => void;
  readonly pressKey: (key: string) => void;
  /** Waits until the panel says something. */
  readonly says: (text: string | RegExp) => Promise<void>;
  readonly images: () => readonly HTMLImageElement[];
}

export async function openPanel(stage: OnStage): Promise<PanelInContext> {
  const { document } = stage.context.window;
  const root = document.createElement('div');
  document.body.append(root);
  await stage.control.entrypoints.createPanel('inlayPanel', root);
  await stage.control.entrypoints.showPanel('inlayPanel', root);
  const text = () => root.textContent.replaceAll('\u00a0', ' ');
  await until('the panel is drawn', () => text() !== '');
  const button = (wanted: string) => buttonIn(root, wanted);
  return {
    root,
    text,
    button,
    press: (wanted) => press(button(wanted)),
    pressTab: (title) => press(one(root, `[role="tab"][title="${title}"]`)),
    typeInto: (label, typed) => type(one(root, `sp-textfield[title="${label}"]`), typed),
    pressKey(key) {
      document.dispatchEvent(new stage.context.window.KeyboardEvent('keydown', { key, bubbles: true }));
    },
    says: (wanted) =>
      until(`“${String(wanted)}” in: ${text()}`, () =>
        typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text()),
      ),
    images: () => [...root.querySelectorAll('img')],
  };
}

function buttonIn(root: HTMLElement, wanted: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('sp-button, sp-action-button, sp-checkbox')].find((element) =>
    element.textContent.replaceAll('\u00a0', ' ').includes(wanted),
  );
  if (found === undefined) throw new Error(`There is no button “${wanted}” in: ${root.innerHTML}`);
  return found;
}

function one(root: HTMLElement, selector: string): HTMLElement & { value: string } {
  const found = root.querySelector<HTMLElement & { value: string }>(selector);
  if (found === null) throw new Error(`There is no ${selector} in: ${root.innerHTML}`);
  return found;
}
