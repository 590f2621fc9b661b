import { join } from 'node:path';
import { openStage, type Stage } from '../photoshop/node/stage';
import { beforeAfter } from './beforeAfter';
import { watchBuffers } from './bufferMeter';
import type { EditOptions } from './editOptions';
import { openPicture } from './openPicture';
import { flatPicture, layeredPicture } from './results';
import { selectFrom } from './selectFrom';
import { UserError } from './userError';
import { writeWhole } from './wholeFile';

/** The plugin's report, as far as the runner reads it. */
interface PluginReport {
  readonly outcome: 'placed' | 'failed' | 'cancelled' | 'started';
  readonly reason?: string;
}

/** The function that a recorded Action calls. */
const door = 'inlayEdit';

/** One edit by the built plugin on the stand-in, from file to file. Throws `UserError`; then no file is written. */
export async function edit(options: EditOptions): Promise<object> {
  const stage = await openStage({ plugin: join(__dirname, '..', '..', 'dist'), data: options.data });
  try {
    return await editOn(stage, options);
  } finally {
    await stage.close();
  }
}

async function editOn(stage: Stage, options: EditOptions): Promise<object> {
  const { control } = stage.photoshop;
  const document = openPicture(control.user, options.document);
  selectFrom(control, document, options.selection);
  const before = control.state(document);
  const buffers = watchBuffers(() => control.ownBytes());
  const answer = await control.playStep(stage.context.globals, { methodName: door, info: options.request });
  const report = { ...(answer as PluginReport), ...measured(stage, buffers.stop()), notes: [...stage.core.notes] };
  rejectFaults(stage, report);
  const after = control.state(document);
  const files = new Map<string | undefined, Uint8Array | string>([
    [options.flat, options.flat === undefined ? '' : flatPicture(after, stage.core)],
    [options.preview, options.preview === undefined ? '' : beforeAfter(before, after, stage.core)],
    [options.report, `${JSON.stringify(report, undefined, 2)}\n`],
    [options.out, layeredPicture(after)],
  ]);
  for (const [path, content] of files) if (path !== undefined) writeWhole(path, content);
  return report;
}

function measured({ photoshop: { control } }: Stage, buffers: { readonly peakBytes: number }) {
  const { imaging, modal, refusals } = control;
  return {
    modal: { count: modal.count, longest: Math.round(modal.longestMs) },
    imaging: { undisposed: imaging.undisposed, peakBytes: imaging.peakBytes },
    buffers,
    refusals,
  };
}

/** A layer that stands after a rule was broken is not a success. */
function rejectFaults({ photoshop: { control }, core, context }: Stage, { outcome, reason }: PluginReport): void {
  const [refusal] = control.refusals;
  if (refusal !== undefined) throw new UserError(`The plugin broke a rule of Photoshop: ${JSON.stringify(refusal)}.`);
  const [message] = context.console;
  if (message !== undefined) throw new UserError(`The plugin wrote to the console: ${JSON.stringify(message)}.`);
  if (control.imaging.undisposed > 0) throw new UserError('The plugin kept image data of Photoshop.');
  const [note] = core.notes;
  if (outcome !== 'placed' && note !== undefined) throw new UserError(note);
  if (outcome !== 'placed') throw new UserError(reason ?? `The edit ended as ${outcome}.`);
}
