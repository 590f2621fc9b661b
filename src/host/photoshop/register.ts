import { entrypoints } from 'uxp';
import { planFunction, playbackFunction } from './recorder';

/** The plugin's doors, as the manifest names them. */
export interface Doors {
  /** Called once, when the panel is first shown. */
  readonly inlayPanel: (root: HTMLElement) => void;
  readonly repeatLast: () => Promise<void>;
  readonly removeSelection: () => Promise<void>;
  /** A recorded Action asks for an edit; what it answers is plain data. */
  readonly playback: (request: unknown) => Promise<object>;
  /** The same, but nothing is read, sent or placed: model, reason, price and scale. */
  readonly plan: (request: unknown) => Promise<object>;
}

/** Opens the doors. Photoshop wants that from the first synchronous script, and once. */
export function register({ inlayPanel, repeatLast, removeSelection, playback, plan }: Doors): void {
  entrypoints.setup({
    panels: { inlayPanel: { create: inlayPanel } },
    commands: { repeatLast, removeSelection },
  });
  // Photoshop calls a global function by its name, with its own context first
  Object.assign(globalThis, {
    [playbackFunction]: (_context: unknown, request: unknown) => playback(request),
    [planFunction]: (_context: unknown, request: unknown) => plan(request),
  });
}
