import { foreignFiles } from '../../support/documents/foreign';
import { namedProfile } from '../color/namedProfiles';
import {
  flatLayer,
  layeredDocument,
  noiseBackground,
  noiseChannel,
  noiseLayer,
  noiseMask,
  opaqueNoiseLayer,
  rect,
} from '../fixtures/documents';
import { asPsb } from '../fixtures/parts';
import { documentOf } from '../model/createDocument';
import { allLayers } from '../model/findLayer';
import { insertLayerAbove } from '../model/insertLayer';
import { modes } from '../model/modes';
import { newGroup } from '../model/newLayer';
import { fullScale } from '../model/samples';
import type { Depth, DocumentState, LayerState } from '../model/state';
import { readPsd } from '../psd/readPsd';
import { writePsd } from '../psd/writePsd';

export interface ReaderDocument {
  readonly name: string;
  readonly state: DocumentState;
  /** Why psd-tools cannot read a file of this kind at all; absent: it can. */
  readonly unread?: string;
}

const width = 48;
const height = 36;

/** Documents that between them hold all that independent readers are asked about. */
export function readerDocuments(): readonly ReaderDocument[] {
  return ([8, 16] as const)
    .flatMap((depth) => [
      { name: `layered-${depth}`, state: layeredDocument(depth) },
      { name: `opened-and-added-to-${depth}`, state: openedAndAddedTo(depth) },
      { name: `flat-adobe-rgb-${depth}`, state: flatAdobeRgb(depth) },
      { name: `transparent-${depth}`, state: base(depth, [noiseLayer(2, 'Alone', rect(-5, -5, 30, 50), depth)]) },
      { name: `off-canvas-${depth}`, state: offCanvas(depth) },
      { name: `clipping-${depth}`, state: clipping(depth) },
      ...blendModes.map((mode) => ({ name: `blend-${mode.trim()}-${depth}`, state: blended(mode, depth) })),
    ])
    .concat(otherModes(), largeFiles(), ofOtherPrograms());
}

/** The layered document of every mode and depth, opened from a PSB and added to. */
function largeFiles(): readonly ReaderDocument[] {
  return (['rgb', 'gray', 'lab', 'cmyk'] as const).flatMap((mode) =>
    modes[mode].depths.flatMap((depth) => {
      if (depth === 1) return [];
      return [
        { name: `psb-${mode}-${depth}`, state: openedAndAddedTo(depth, asPsb(layeredDocument(depth, 40, 30, mode))) },
      ];
    }),
  );
}

/** Files with what other programs leave in them, with a layer added. */
function ofOtherPrograms(): readonly ReaderDocument[] {
  return foreignFiles.map(({ name, bytes, active, unread }) => {
    const opened = readPsd(bytes());
    const above = allLayers(opened).find((layer) => layer.name === active)?.id ?? 1;
    const layer = { ...noiseLayer(30, 'Added', rect(40, 40, 60, 62), 8), mask: noiseMask(rect(42, 42, 55, 70), 8, 3) };
    const state = insertLayerAbove(opened, above, layer);
    return { name: name.replaceAll(' ', '-'), state, ...(unread !== undefined && { unread }) };
  });
}

/** Every mode and depth beside RGB of 8 and 16 bit: layered, opened and added to, without a Background, and as a PSB. */
function otherModes(): readonly ReaderDocument[] {
  return (['gray', 'lab', 'cmyk', 'rgb'] as const).flatMap((mode) =>
    modes[mode].depths.flatMap((depth) => {
      if (depth === 1 || (mode === 'rgb' && depth !== 32)) return [];
      const layered = layeredDocument(depth, 40, 30, mode);
      const alone = noiseLayer(2, 'Alone', rect(-5, -5, 30, 50), depth, 2, mode);
      return [
        { name: `layered-${mode}-${depth}`, state: layered },
        { name: `opened-and-added-to-${mode}-${depth}`, state: openedAndAddedTo(depth, layered) },
        { name: `transparent-${mode}-${depth}`, state: documentOf({ ...shape, mode, depth }, [alone]) },
      ];
    }),
  );
}

const shape = { width, height, resolution: 240 } as const;

const blendModes = [
  'mul ',
  'scrn',
  'over',
  'dark',
  'lite',
  'idiv',
  'div ',
  'lbrn',
  'lddg',
  'hLit',
  'diff',
  'smud',
  'lum ',
];

function base(depth: Depth, layers: readonly LayerState[]): DocumentState {
  const profile = namedProfile('Adobe RGB (1998)');
  return documentOf({ width, height, mode: 'rgb', depth, resolution: 240, ...(profile && { profile }) }, layers);
}

function openedAndAddedTo(depth: Depth, before = layeredDocument(depth)): DocumentState {
  const opened = readPsd(writePsd(before));
  const layer = {
    ...noiseLayer(30, 'Added – ähem', rect(4, 4, 20, 22), depth, 30, before.mode),
    mask: noiseMask(rect(6, 6, 15, 30), depth, 3),
  };
  return insertLayerAbove(opened, 2, layer);
}

function flatAdobeRgb(depth: Depth): DocumentState {
  const state = base(depth, [noiseBackground(width, height, depth)]);
  return { ...state, channels: [noiseChannel(3, 'Mask of the bottle', state)] };
}

function offCanvas(depth: Depth): DocumentState {
  const beyond = noiseLayer(4, 'Wholly beyond', rect(-40, -40, -10, -10), depth);
  const across = noiseLayer(3, 'Across the corner', rect(30, 20, 80, 70), depth);
  return base(depth, [beyond, across, noiseBackground(width, height, depth)]);
}

function clipping(depth: Depth): DocumentState {
  const full = fullScale(depth);
  // opaque: under a half transparent base psd-tools weighs clipped layers by the base's coverage as well
  const bottom = { ...opaqueNoiseLayer(2, 'Base', rect(8, 8, 40, 30), depth), opacity: 180 };
  const first = { ...flatLayer(3, rect(0, 0, 30, 20), [full, 0, 0], depth), clipped: true, opacity: 128 };
  const second = { ...noiseLayer(4, 'Second', rect(15, 3, 48, 36), depth), clipped: true, blendMode: 'mul ' };
  const group = { ...newGroup(5, 'Half', [second, first, bottom]), blendMode: 'norm', opacity: 150 };
  return base(depth, [group, noiseBackground(width, height, depth)]);
}

function blended(blendMode: string, depth: Depth): DocumentState {
  return base(depth, [
    { ...noiseLayer(2, 'Above', rect(3, 3, 44, 33), depth), blendMode },
    noiseBackground(width, height, depth),
  ]);
}
