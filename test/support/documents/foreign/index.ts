import type { AdjustmentLayer } from 'ag-psd';
import { graft } from '../../../photoshop/fixtures/graft';
import { knownPlanes } from '../../../photoshop/model/newLayer';
import type { ChannelState, DocumentState } from '../../../photoshop/model/state';
import { writePsd } from '../../../photoshop/psd/writePsd';
import { background, canvas, pixelLayer } from '../layers';
import { aScene } from '../scene';
import { plane } from '../texture';
import { adjustments } from './adjustments';
import { byAgPsd, darker } from './agPsd';
import { artboards, comps, effects, embedded, orphaned, text, vectors } from './layers';
import { besides, linkedFile, noComposite, savedPaths, unknownBlocks } from './pieces';

/** A file with something in it that the stand-in keeps and does not understand. */
export interface ForeignFile {
  /** What it is, as part of a sentence. */
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** The name of the layer to edit. */
  readonly active: string;
  /** Whether an edit of it can be shown as it will be; where not, it is an estimate on the stored picture. */
  readonly shows?: 'an estimate';
  /** Why psd-tools cannot read it at all, before and after; absent: it can. */
  readonly unread?: string;
}

/** Small files of every kind that the field's programs write, by ag-psd or with its blocks and others grafted on ours. */
export const foreignFiles: readonly ForeignFile[] = [
  { name: 'a file with artboards', bytes: () => byAgPsd(artboards), active: 'On it' },
  { name: 'a file with an embedded smart object', bytes: () => byAgPsd([embedded[0]], embedded[1]), active: 'Photo' },
  {
    name: 'a file with a linked smart object',
    bytes: () => graft(byAgPsd([orphaned]), { document: [linkedFile] }),
    active: 'Photo',
  },
  {
    name: 'a file with every kind of adjustment layer but levels',
    bytes: () => withAdjustments(({ type }) => type !== 'levels'),
    active: 'Photo',
    shows: 'an estimate',
  },
  {
    name: 'a file with levels',
    bytes: () => withAdjustments(({ type }) => type === 'levels'),
    active: 'Photo',
    shows: 'an estimate',
    unread: 'it takes what stands behind the channels of levels for an extension of theirs',
  },
  { name: 'a file with effects of every kind', bytes: () => byAgPsd([effects]), active: 'Photo' },
  { name: 'a file with vector masks and a shape', bytes: () => byAgPsd(vectors), active: 'Photo' },
  { name: 'a file with text', bytes: () => byAgPsd([text]), active: 'Photo' },
  { name: 'a file with layer comps', bytes: () => byAgPsd([], comps), active: 'Photo' },
  { name: 'a file with saved paths', bytes: () => graft(byAgPsd([]), savedPaths), active: 'Photo' },
  { name: 'a file with spot channels', bytes: () => writePsd(withSpotChannels()), active: 'Background' },
  {
    name: 'a file with metadata, guides, patterns and what a plugin left',
    bytes: () => graft(byAgPsd([]), besides),
    active: 'Photo',
  },
  {
    name: 'a file with blocks and resources that nobody knows',
    bytes: () => graft(writePsd(plain()), { layers: { Photo: unknownBlocks }, document: unknownBlocks }),
    active: 'Photo',
  },
  { name: 'a file that was saved without a composite', bytes: () => graft(byAgPsd([]), noComposite), active: 'Photo' },
];

function withAdjustments(isIn: (adjustment: AdjustmentLayer) => boolean): Uint8Array {
  return byAgPsd(
    adjustments.filter(isIn).map((adjustment) => ({ name: adjustment.type, adjustment })),
    {},
    darker(0.7),
  );
}

function plain(): DocumentState {
  return aScene({ layers: [pixelLayer(2, 'Photo'), background()], active: 2 });
}

function withSpotChannels(): DocumentState {
  const state = aScene({ layers: [background()], active: 1 });
  const channel = (id: number, name: string, kind: ChannelState['kind']): ChannelState => {
    const pixels = knownPlanes({ color: [plane(canvas, 8, (x, y) => (x * id + y) & 255)] });
    return { id, name, kind, pixels };
  };
  const channels = [channel(3, 'PANTONE 185 C', 'spot'), channel(4, 'Cut-out', 'alpha'), channel(5, 'Varnish', 'spot')];
  return { ...state, channels };
}
