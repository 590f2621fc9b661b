import { composeMerged, type Merged } from '../composite/composeMerged';
import { colorChannelsOf, modes } from '../model/modes';
import type { DocumentState } from '../model/state';
import { createByteWriter, type ByteWriter } from './byteWriter';
import { isDocumentAsOpened } from './documentChanges';
import { documentResourcesOf } from './documentResources';
import { dummyCompositeOf } from './dummyComposite';
import { encodedChannelsOf } from './encodedChannels';
import type { EncodedPlane } from './encodedPlane';
import { writeFileHeader } from './fileHeader';
import { psb, psd, type Flavor } from './flavor';
import { psdOriginOf, type PlanesOrigin } from './origin';
import { joinParts, partsOf, type Part } from './parts';
import { recordsFromLayers, type WrittenRecord } from './recordsFromLayers';
import { UnsupportedFile } from './unsupportedFile';
import { writeLayerSection } from './writeLayerSection';
import { mergedParts } from './writeMerged';

/**
 * The document as a PSD (a PSB if it came as one or is too large). What was not touched since it was opened is written
 * as it came, to the byte; a document that was not touched at all is the very file. Throws `CannotDraw` where there is
 * no honest composite; `onNote` hears what the composite is built on where something in it cannot be drawn.
 */
export function writePsd(state: DocumentState, onNote: (note: string) => void = () => undefined): Uint8Array {
  return joinParts(psdParts(state, onNote));
}

/** Which of the two formats the document is written in, as its file is to be named. */
export function formatOf(state: DocumentState): 'psd' | 'psb' {
  return flavorOf(state, psdOriginOf(state)?.flavor) === psb ? 'psb' : 'psd';
}

/**
 * The same file in parts, each made when it is asked for, so that hardly any of it is ever held twice. Empty parts are
 * pauses.
 */
export function* psdParts(
  state: DocumentState,
  onNote: (note: string) => void = () => undefined,
): Generator<Part, void> {
  const origin = psdOriginOf(state);
  if (origin && isDocumentAsOpened(state)) {
    yield { position: 0, bytes: origin.source, lasts: 'always' };
    return;
  }
  demandColors(state);
  const flavor = flavorOf(state, origin?.flavor);
  const dummy = dummyCompositeOf(state, onNote);
  const channels = encodedChannelsOf(state);
  const merged = dummy ? asItStands(dummy) : yield* pausing(composeMerged(state, onNote));
  const writer = headWriter(state, merged, channels, flavor, dummy ? 'a dummy' : 'a composite');
  yield* partsOf(writer.pieces, 0);
  const compression = compressionFor([...merged.planes, ...channels], state, origin?.merged.compression);
  const end = yield* mergedParts(merged, channels, compression, flavor, writer.length);
  yield { position: end, bytes: origin?.merged.rest ?? nothing, lasts: 'always' };
}

const nothing = new Uint8Array(0);

function asItStands({ color, alpha }: PlanesOrigin): Merged {
  return { planes: alpha ? [...color, alpha] : color, hasAlpha: alpha !== undefined, edits: [] };
}

function* pausing<T>(work: Generator<undefined, T>): Generator<Part, T> {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    yield { position: 0, bytes: nothing, lasts: 'always' };
  }
}

/** All but the composite. */
function headWriter(
  state: DocumentState,
  merged: Merged,
  channels: readonly EncodedPlane[],
  flavor: Flavor,
  composite: 'a composite' | 'a dummy',
): ByteWriter {
  const origin = psdOriginOf(state);
  const records = isFlat(state) ? [] : writtenRecordsOf(state, flavor);
  const writer = createByteWriter();
  writeFileHeader(writer, { ...state, flavor, channels: merged.planes.length + channels.length });
  writeSized(writer, bytesWriter([origin?.colorModeData ?? nothing]));
  writeSized(writer, bytesWriter(documentResourcesOf(state, records, composite).map(({ raw }) => raw)));
  writeLayerSection(writer, state, records, merged.hasAlpha, flavor);
  return writer;
}

/** Values that are no colors by themselves cannot be made anew. */
function demandColors({ mode }: DocumentState): void {
  const { label, colors } = modes[mode];
  if (!colors) throw new UnsupportedFile(`A changed document in ${label} mode cannot be written here.`);
}

function flavorOf({ width, height }: DocumentState, opened: Flavor | undefined): Flavor {
  const isTooLarge = Math.max(width, height) > psd.maxSide;
  return isTooLarge ? psb : (opened ?? psd);
}

function writtenRecordsOf(state: DocumentState, flavor: Flavor): readonly WrittenRecord[] {
  return recordsFromLayers(state.layers, { ...state, colorChannels: colorChannelsOf(state.mode) }, flavor);
}

/** A document that is only its Background has no list of layers, unless it came with one. */
function isFlat(state: DocumentState): boolean {
  const [only, ...others] = state.layers;
  const hadRecords = (psdOriginOf(state)?.section.records.length ?? 0) > 0;
  if (!only || others.length > 0 || hadRecords) return false;
  return only.isBackground && only.visible && only.name === 'Background' && only.xmp === undefined;
}

/** As the file had it; else raw, unless it is 8 bit and packing makes all of it smaller. */
function compressionFor(planes: readonly EncodedPlane[], { depth }: DocumentState, opened: number | undefined): 0 | 1 {
  if (opened === 0 || opened === 1) return opened;
  return depth === 8 && planes.every(({ data }) => data.kind === 'packed') ? 1 : 0;
}

function writeSized(writer: ByteWriter, content: ByteWriter): void {
  writer.u32(content.length);
  writer.append(content);
}

function bytesWriter(blocks: readonly Uint8Array[]): ByteWriter {
  const writer = createByteWriter();
  blocks.forEach((block) => writer.bytes(block));
  return writer;
}
