import type { DocumentState, Samples } from '../photoshop/model/state';
import type { Photoshop } from '../photoshop/modules/createPhotoshop';
import { toDepth } from '../photoshop/modules/imaging/planes';
import type { SelectionOption } from './editOptions';
import { readPicture } from './openPicture';
import { UserError } from './userError';

/** Selects in the document what the command line asked for. Throws `UserError`. */
export function selectFrom(control: Photoshop['control'], document: number, option: SelectionOption): void {
  const { user } = control;
  const state = () => control.state(document);
  switch (option.kind) {
    case 'none':
      return;
    case 'rect':
      user.select(document, option.rect);
      return;
    case 'mask':
      user.select(document, coverage(state(), maskFrom(option.path, state())));
      return;
    case 'channel':
      user.select(document, coverage(state(), channelNamed(state(), option.name)));
      return;
  }
}

function coverage({ width, height }: DocumentState, samples: Samples) {
  return { bounds: { left: 0, top: 0, right: width, bottom: height }, samples };
}

function channelNamed({ channels }: DocumentState, name: string): Samples {
  const channel = channels.find((candidate) => candidate.name === name);
  if (channel === undefined) {
    const names = channels.map((candidate) => `“${candidate.name}”`).join(', ');
    throw new UserError(
      `The document has no channel “${name}”: ${names === '' ? 'none is saved' : `it has ${names}`}.`,
    );
  }
  const [samples] = channel.pixels.read().color;
  if (samples === undefined) throw new UserError(`The channel “${name}” has no pixels.`);
  return samples;
}

/** The gray of a picture of the document's size, in the document's depth. */
function maskFrom(path: string, { width, height, depth }: DocumentState): Samples {
  const picture = readPicture(path);
  if (picture.width !== width || picture.height !== height) {
    throw new UserError(
      `${path} has ${picture.width} × ${picture.height} px, the document ${width} × ${height} px: a mask has the document's size.`,
    );
  }
  const [layer] = picture.layers;
  const [gray] = layer?.pixels.read().color ?? [];
  if (gray === undefined) throw new UserError(`${path} has no pixels.`);
  return toDepth(gray, depth);
}
