import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder } from '../build/root';
import { isForPerson } from '../photoshop/core';
import type { DocumentState } from '../photoshop/model/state';
import { openStage, type Stage, type StageOptions } from '../photoshop/node/stage';
import { beforeAfter } from './beforeAfter';
import { watchBuffers } from './bufferMeter';
import type { AskOptions, EditOptions } from './editOptions';
import { type EditReport, type Measured, type PlacedReport, type PluginReport, pluginReport } from './editReport';
import { openPicture } from './openPicture';
import { checkOutputs, type Output, writeAll } from './outputs';
import { hostsFrom, secretsFrom, writeEndpoints } from './reachOptions';
import { flatPicture, layeredPicture } from './results';
import { selectFrom } from './selectFrom';
import { UserError } from './userError';

/** The function that a recorded Action calls. */
const door = 'inlayEdit';

/** One edit by the built plugin on the stand-in, from file to file. Throws `UserError`; then no file is written. */
export async function edit(options: EditOptions): Promise<EditReport> {
  checkOutputs(options);
  if (!existsSync(join(distFolder, 'index.js')))
    throw new UserError('The plugin is not built: run npm run build first.');
  const stage = await openStage({ plugin: distFolder, data: options.data, ...stageFor(options) });
  try {
    return await editOn(stage, options);
  } catch (error) {
    throw isForPerson(error) ? new UserError(`${options.document}: ${error.message}`) : error;
  } finally {
    await stage.close();
  }
}

/** What the plugin finds in place when it begins. */
export function stageFor({ reach }: AskOptions): Partial<StageOptions> {
  if (reach === undefined) return {};
  return { secrets: secretsFrom(reach), openHosts: hostsFrom(reach), prepare: writeEndpoints(reach) };
}

/** Opens what is shown to the model, then the document in front, selects in it, and answers its id. */
export async function openAll(
  { photoshop: { control } }: Stage,
  { shown = [], document: path, selection }: AskOptions,
): Promise<number> {
  for (const reference of shown) await openPicture(control.user, reference);
  const document = await openPicture(control.user, path);
  selectFrom(control, document, selection);
  return document;
}

async function editOn(stage: Stage, options: EditOptions): Promise<EditReport> {
  const { control } = stage.photoshop;
  const document = await openAll(stage, options);
  const before = control.state(document);
  const statesBefore = control.history(document).length;
  const buffers = await watchBuffers(control);
  const answer = await control.playStep(stage.context.globals, { methodName: door, info: options.request });
  const measured: Measured = {
    ...measure(stage),
    format: stage.core.formatOf(control.state(document)),
    buffers: buffers.stop(),
    history: { added: control.history(document).length - statesBefore },
  };
  const report = { ...placedOnly(pluginReport.parse(answer), measured, stage), ...measured };
  writeAll(outputsOf(options, report, before, control.state(document), stage));
  return report;
}

function measure({ photoshop: { control }, core }: Stage) {
  const { imaging, modal, refusals } = control;
  return {
    modal: { count: modal.count, longest: Math.round(modal.longestMs) },
    imaging: { undisposed: imaging.undisposed, peakBytes: imaging.peakBytes },
    refusals,
    notes: [...core.notes],
  };
}

/**
 * Throws `UserError` where nothing was placed; a layer that stands after a rule was broken is not a success either.
 * Where a service leads is not the plugin's doing: Photoshop follows by itself, and stops at the manifest.
 */
function placedOnly(report: PluginReport, measured: Measured, { context }: Stage): PlacedReport {
  const { refusals, imaging, history, notes } = measured;
  const wasLedAstray = report.outcome !== 'placed' && report.reason !== undefined;
  const [refusal] = refusals.filter(({ rule }) => !(wasLedAstray && rule === 'network.origin'));
  if (refusal !== undefined) throw new UserError(`The plugin broke a rule of Photoshop: ${JSON.stringify(refusal)}.`);
  const [message] = context.console;
  if (message !== undefined) throw new UserError(`The plugin wrote to the console: ${JSON.stringify(message)}.`);
  if (imaging.undisposed > 0) throw new UserError('The plugin kept image data of Photoshop.');
  if (report.outcome !== 'placed')
    throw new UserError(notes[0] ?? report.reason ?? `The edit ended as ${report.outcome}.`);
  if (history.added !== 1) throw new UserError(`The plugin left ${history.added} states in the history, not one.`);
  return report;
}

/** OUT comes last: where it stands, all stands. */
function outputsOf(
  { out, preview, flat, report: reportPath }: EditOptions,
  report: EditReport,
  before: DocumentState,
  after: DocumentState,
  { core }: Stage,
): readonly Output[] {
  const make = (path: string | undefined, content: () => Output['content']) =>
    path === undefined ? [] : [{ path, content: content() }];
  return [
    ...make(flat, () => flatPicture(after, core)),
    ...make(preview, () => beforeAfter(before, after, core)),
    ...make(reportPath, () => `${JSON.stringify(report, undefined, 2)}\n`),
    ...make(out, () => layeredPicture(after)),
  ];
}
