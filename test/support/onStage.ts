import { isBuilt } from '../build/inputs';
import { distFolder } from '../build/root';
import type { DocumentState } from '../photoshop/model/state';
import type { RecordedStep } from '../photoshop/modules/session';
import { openStage, type Stage, type StageOptions } from '../photoshop/node/stage';

/** What the plugin answers to whoever plays a recorded edit, as far as tests read it. */
export interface Answer {
  readonly outcome: 'placed' | 'failed' | 'cancelled' | 'started';
  readonly reason?: string;
  readonly layers?: readonly { readonly id: number; readonly name: string }[];
  readonly seed?: number;
  readonly route?: Readonly<Record<string, unknown>>;
}

export interface OnStage extends Stage {
  readonly control: Stage['photoshop']['control'];
  readonly user: Stage['photoshop']['control']['user'];
  /** Opens a document in front. */
  readonly open: (state: DocumentState, title?: string) => number;
  /** Asks for an edit as a recorded Action does. */
  readonly edit: (request?: object) => Promise<Answer>;
}

/** What playing a step answers where playback does not wait. */
interface Running {
  readonly running: Promise<Answer>;
}

/** The built plugin on the stand-in. Whoever opens it closes it. */
export async function onStage(options: Omit<StageOptions, 'plugin'> = {}): Promise<OnStage> {
  if (!isBuilt()) throw new Error('The built plugin is older than its sources: npm run build');
  const stage = await openStage({ plugin: distFolder, ...options });
  const { control } = stage.photoshop;
  opened.add(stage);
  return {
    ...stage,
    async close() {
      opened.delete(stage);
      await stage.close();
    },
    control,
    user: control.user,
    open: (state, title = 'photo.psd') => control.user.open(state, title),
    edit: async (request) => {
      const answer = (await control.playStep(stage.context.globals, editStep(request))) as Answer | Running;
      return 'running' in answer ? answer.running : answer;
    },
  };
}

const opened = new Set<Stage>();

// a test that failed may not have come to closing: what stays open keeps the process alive
afterAll(async () => {
  for (const stage of opened) await stage.close();
});

/** A step as the plugin records it. Hard edges and a fixed seed unless said otherwise. */
export function editStep(request: object = {}): Omit<RecordedStep, 'name'> {
  return { methodName: 'inlayEdit', info: { operation: 'remove', grow: 0, feather: 0, seed: 7, ...request } };
}

/** What must be true after every test, however it ended. */
export function expectClean({ control, context }: OnStage): void {
  expect(control.refusals).toEqual([]);
  expect(control.imaging.undisposed).toBe(0);
  expect(context.console).toEqual([]);
  expect(control.modal.isOpen).toBe(false);
  expect(control.leftOpen()).toEqual([]);
}

/** Whether a document is still open. */
export function isOpen({ photoshop }: OnStage, document: number): boolean {
  return [...photoshop.modules.photoshop.app.documents].some(({ id }) => id === document);
}

export function isInFront({ photoshop }: OnStage, document: number): boolean {
  return photoshop.modules.photoshop.app.activeDocument?.id === document;
}
