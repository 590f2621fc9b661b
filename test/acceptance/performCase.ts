import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditReport } from '../headless/editReport';
import type { AcceptanceCase } from './acceptanceCase';
import { headlessEdit } from './headless';

/** A case after its edit: its files, and what was wrong already. */
export interface Performed {
  readonly case: AcceptanceCase;
  readonly out: string;
  readonly report: string;
  readonly problems: readonly string[];
  /** What was measured, for whoever reads the log. */
  readonly figures: string;
}

/** Runs the edit, usually twice with one seed at the same time, and looks at what the command itself says. */
export async function performCase(one: AcceptanceCase, folder: string): Promise<Performed> {
  const file = (name: string) => join(folder, `${one.name.replace(/\W+/g, '-')}-${name}`);
  const ending = one.document.endsWith('.psb') ? 'psb' : 'psd';
  const [out, again, report] = [file(`out.${ending}`), file(`again.${ending}`), file('report.json')];
  const common = ['--document', one.document, '--selection', one.selection, '--operation', 'remove', '--seed', '7'];
  const args = [...common, ...(one.options ?? [])];
  await one.write?.();
  const ended = await Promise.all([
    headlessEdit([...args, '--out', out, '--report', report, '--preview', file('before-after.png')]),
    ...(one.runs === 'once' ? [] : [headlessEdit([...args, '--out', again])]),
  ]);
  const failed = ended.find(({ code, stdout, stderr }) => code !== 0 || stdout !== '' || stderr !== '');
  if (failed) {
    const problem = `ended with ${failed.code ?? 'a signal'}: ${failed.stderr}${failed.stdout}`.trim();
    return { case: one, out, report, problems: [problem], figures: '' };
  }
  const told = JSON.parse(readFileSync(report, 'utf8')) as EditReport;
  const isSame = one.runs === 'once' || readFileSync(out).equals(readFileSync(again));
  const problems = [...(isSame ? [] : ['the same seed gave other bytes']), ...problemsOf(told, one)];
  return { case: one, out, report, problems, figures: figuresOf(told) };
}

function problemsOf(report: EditReport, { peakBytes = Infinity }: AcceptanceCase): readonly string[] {
  const { refusals, imaging, modal, history, buffers, layers } = report;
  const wanted: readonly (readonly [boolean, string])[] = [
    [refusals.length === 0, `refusals: ${JSON.stringify(refusals)}`],
    [imaging.undisposed === 0, `${imaging.undisposed} image data undisposed`],
    [modal.longest <= 2000, `a modal scope of ${modal.longest} ms`],
    [history.added === 1, `${history.added} states in the history`],
    [layers.length === 1, `${layers.length} new layers`],
    [buffers.peakBytes < peakBytes, `${buffers.peakBytes} bytes of buffers`],
  ];
  return wanted.filter(([holds]) => !holds).map(([, problem]) => problem);
}

function figuresOf({ milliseconds, modal, buffers, findings }: EditReport): string {
  const total = Object.values(milliseconds).reduce((sum, step) => sum + step, 0);
  const poor = findings.filter(({ verdict }) => verdict !== 'fits').map(({ check }) => check);
  const found = poor.length === 0 ? '' : `, finding: ${poor.join(', ')}`;
  const megabytes = (buffers.peakBytes / 1e6).toFixed(0);
  return `${(total / 1000).toFixed(1)} s, modal ${modal.longest} ms, buffers ${megabytes} MB${found}`;
}
