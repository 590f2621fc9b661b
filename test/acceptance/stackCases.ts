import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { canvasOf } from '../photoshop/model/rects';
import { fullScale, regionOf } from '../photoshop/model/samples';
import type { DocumentState } from '../photoshop/model/state';
import { writePsd } from '../photoshop/psd/writePsd';
import { documents } from '../support/documents';
import type { AcceptanceCase } from './acceptanceCase';

/** Every small document with awkward layers around the place of the result, as a file. */
export function stackCases(folder: string): readonly AcceptanceCase[] {
  // what the stand-in cannot draw it has opened from another program's file already: `foreignCases.ts`
  const drawn = documents.filter(({ shows }) => shows === undefined);
  return drawn.map(({ name, make, above }, number): AcceptanceCase => {
    const document = join(folder, `stack-${number}.psd`);
    const selection = join(folder, `stack-${number}-selection.png`);
    const write = () => {
      const state = make();
      writeFileSync(document, writePsd(state));
      writeFileSync(selection, selectionOf(state));
    };
    return {
      name,
      write,
      document,
      selection,
      above,
      ...(name.includes('fades out') && { without: fading }),
      runs: 'once',
    };
  });
}

const fading = { ring: 'a layer above half-transparent pixels adds to their coverage, so that they step on white' };

/** What is selected, as a gray PNG of the document's size. */
function selectionOf(state: DocumentState): Uint8Array {
  const { width, height, depth, selection } = state;
  if (selection === undefined) throw new Error('Nothing is selected.');
  const whole = regionOf(selection.samples, selection.bounds, canvasOf(state), 0);
  const data = Uint8Array.from(whole, (value) => Math.round((value * 255) / fullScale(depth)));
  return encode({ width, height, channels: 1, depth: 8, data });
}
