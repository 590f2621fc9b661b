import type { OnStage } from './onStage';

/** Does something right before the plugin's next host call of that name. */
export function beforeNext({ control }: OnStage, call: string, act: () => void): void {
  const stop = control.onHostCall((name) => {
    if (name !== call) return;
    stop();
    act();
  });
}

/** Does something while the engine works: the picture has been read, and no modal scope is open. */
export function whileTheEngineWorks(stage: OnStage, act: () => void): void {
  beforeNext(stage, 'getPixels', () => void onceTheScopeEnds(stage).then(act));
}

/** Does something right after the selection was read, before the plugin goes on. */
export function onceSelectionIsRead(stage: OnStage, act: () => void): void {
  beforeNext(stage, 'getSelection', () => void onceTheScopeEnds(stage).then(act));
}

async function onceTheScopeEnds({ control }: OnStage): Promise<void> {
  while (control.modal.isOpen) await turn();
}

/** Lets everything else have its turn. */
export function turn(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits for something, at most so long; says what it waited for. */
export async function until(what: string, isSo: () => boolean, limitMs = 3000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}`);
    await turn(2);
  }
}
