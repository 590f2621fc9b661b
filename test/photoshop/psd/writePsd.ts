import { composeMerged } from '../composite/composeMerged';
import { colorChannelsOf, modes } from '../model/modes';
import type { DocumentState } from '../model/state';
import { createByteWriter, joinPieces, type ByteWriter } from './byteWriter';
import { isDocumentAsOpened } from './documentChanges';
import { documentResourcesOf } from './documentResources';
import { dummyCompositeOf } from './dummyComposite';
import { encodedChannelsOf } from './encodedChannels';
import type { EncodedPlane } from './encodedPlane';
import { writeFileHeader } from './fileHeader';
import { psb, psd, type Flavor } from './flavor';
import { writeMergedImage } from './mergedImage';
import { psdOriginOf } from './origin';
import { recordsFromLayers, type WrittenRecord } from './recordsFromLayers';
import { UnsupportedFile } from './unsupportedFile';
import { writeLayerSection } from './writeLayerSection';

/**
 * The document as a PSD (a PSB if it came as one or is too large). What was not touched since it was opened is written
 * as it came, to the byte; a document that was not touched at all is the very file. Throws `CannotDraw` where there is
 * no honest composite; `onNote` hears what the composite is built on where something in it cannot be drawn.
 */
export function writePsd(state: DocumentState, onNote: (note: string) => void = () => undefined): Uint8Array {
  const [first, ...others] = psdPieces(state, onNote);
  return first && others.length === 0 ? first : joinPieces([...(first ? [first] : []), ...others]);
}

/** The same file as pieces that follow one another: most are shared with the opened file, so that none is held twice. */
export function psdPieces(
  state: DocumentState,
  onNote: (note: string) => void = () => undefined,
): readonly Uint8Array[] {
  const origin = psdOriginOf(state);
  if (origin && isDocumentAsOpened(state)) return [origin.source];
  demandColors(state);
  const flavor = flavorOf(state, origin?.flavor);
  const dummy = dummyCompositeOf(state, onNote);
  const { color, alpha } = dummy ?? composeMerged(state, onNote);
  const planes = [...color, ...(alpha ? [alpha] : []), ...encodedChannelsOf(state)];
  const records = isFlat(state) ? [] : writtenRecordsOf(state, flavor);
  const writer = createByteWriter();
  writeFileHeader(writer, { ...state, flavor, channels: planes.length });
  writeSized(writer, bytesWriter([origin?.colorModeData ?? new Uint8Array(0)]));
  const resources = documentResourcesOf(state, records, dummy ? 'a dummy' : 'a composite');
  writeSized(writer, bytesWriter(resources.map(({ raw }) => raw)));
  writeLayerSection(writer, state, records, alpha !== undefined, flavor);
  writeMergedImage(writer, planes, compressionFor(planes, state, origin?.merged.compression), flavor);
  writer.bytes(origin?.merged.rest ?? new Uint8Array(0));
  return writer.pieces;
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
