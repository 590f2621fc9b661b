import { heightOf, isEmptyRect, widthOf } from '../../model/rects';
import type { Depth, DocumentState, Rect, Samples } from '../../model/state';
import type { PixelBlock } from '../../model/withPixels';
import { wholeNumber, type Options } from '../arguments';
import { platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { documentFor } from '../targets';
import type { OpenDocument } from '../workspace';
import { resamplePlane } from './resample';
import { spaceOf } from './spaces';

/** The document of an imaging call; without an id, or with a negative one, the one in front. */
export function imagingDocument(session: Session, { documentID }: Options): OpenDocument {
  const { book, workspace } = session;
  const id = documentID === undefined ? -1 : wholeNumber(book, 'documentID', documentID);
  const document = id < 0 ? workspace.active : documentFor(session, id);
  if (!document) throw platformError('No document is open.', -25922);
  demandMode(session, document.state);
  return document;
}

function demandMode({ book }: Session, { mode }: DocumentState): void {
  const detail = mode === 'cmyk' ? 'a CMYK document is known to crash the host' : `the document is in ${mode} mode`;
  demand(book, 'imaging.mode', spaceOf(mode) !== undefined, detail);
}

/** The rectangle that was asked for; absent: all. */
export function readRect({ book }: Session, call: string, given: unknown): Rect | undefined {
  if (given === undefined) return undefined;
  demand(book, 'call.argument', typeof given === 'object' && given !== null, `${call} sourceBounds is a rectangle`);
  const { left, top, right, bottom, width, height, ...rest } = given as Record<string, unknown>;
  demand(book, 'call.unknown-option', Object.keys(rest).length === 0, `sourceBounds has ${Object.keys(rest).join()}`);
  const edge = (value: unknown, name: string) => {
    demand(book, 'imaging.bounds', Number.isInteger(value), `${call} sourceBounds ${name} is ${String(value)}`);
    return value as number;
  };
  const x = edge(left, 'left');
  const y = edge(top, 'top');
  const bySize = call === 'getPixels' && width !== undefined;
  return {
    left: x,
    top: y,
    right: bySize ? x + edge(width, 'width') : edge(right, 'right'),
    bottom: bySize ? y + edge(height, 'height') : edge(bottom, 'bottom'),
  };
}

export interface TargetSize {
  readonly width?: number;
  readonly height?: number;
}

export function readTargetSize({ book }: Session, call: string, given: unknown): TargetSize | undefined {
  if (given === undefined) return undefined;
  demand(book, 'call.argument', typeof given === 'object' && given !== null, `${call} targetSize is an object`);
  const { width, height, ...rest } = given as Record<string, unknown>;
  demand(book, 'call.unknown-option', Object.keys(rest).length === 0, `targetSize has ${Object.keys(rest).join()}`);
  for (const side of [width, height]) {
    const fits = side === undefined || (Number.isInteger(side) && (side as number) > 0);
    demand(book, 'call.argument', fits, `${call} targetSize has a side of ${String(side)}`);
  }
  return given;
}

/** How deep masks and selections of a document are read. */
export function maskDepth({ switches }: Session, { depth }: DocumentState): Depth {
  return depth !== 8 && switches.maskDepth === 'eight' ? 8 : depth;
}

export interface Reduced {
  readonly block: PixelBlock;
  readonly width: number;
  readonly height: number;
  /** Of the side that is reduced less; 1 is full size. */
  readonly scale: number;
}

/** Photoshop keeps this many sizes of a picture: the preference "Cache Levels". */
const cacheLevels = 4;

/** Brings a block to the size that was asked for the whole `region` (of which it may be a part). */
export function reduce(session: Session, block: PixelBlock, region: Rect, target: TargetSize | undefined): Reduced {
  const own = { width: widthOf(block.bounds), height: heightOf(block.bounds) };
  if (!target) return { block, ...own, scale: 1 };
  const scale = scaleFor(session, region, target);
  const width = Math.max(1, Math.round(own.width * scale.x));
  const height = Math.max(1, Math.round(own.height * scale.y));
  const resize = (plane: Samples, weights?: Samples) => resamplePlane(plane, own, { width, height }, weights);
  const { color, alpha } = block.planes;
  const planes = { color: color.map((plane) => resize(plane, alpha)), ...(alpha && { alpha: resize(alpha) }) };
  return { block: { bounds: block.bounds, planes }, width, height, scale: Math.max(scale.x, scale.y) };
}

function scaleFor({ switches }: Session, region: Rect, { width, height }: TargetSize) {
  const x = width === undefined ? undefined : width / widthOf(region);
  const y = height === undefined ? undefined : height / heightOf(region);
  const stretched = { x: x ?? y ?? 1, y: y ?? x ?? 1 };
  if (stretched.x === stretched.y || switches.targetFit === 'stretch') return stretched;
  const fitted = Math.min(stretched.x, stretched.y);
  return { x: fitted, y: fitted };
}

/** One of the levels that are still large enough for a reduced read, where there are any. */
export function drawLevel({ switches, random }: Session, scale: number): number {
  const highest = Math.min(cacheLevels - 1, Math.floor(Math.log2(1 / scale)));
  return highest < 1 || switches.pyramid === 'flat' ? 0 : Math.floor(random() * (highest + 1));
}

export function atLevel({ left, top, right, bottom }: Rect, level: number): Rect {
  const size = 2 ** level;
  return {
    left: Math.floor(left / size),
    top: Math.floor(top / size),
    right: Math.ceil(right / size),
    bottom: Math.ceil(bottom / size),
  };
}

/** What the platform answers where a region holds no pixels: an error, or nothing at all by a switch. */
export function demandContent({ switches }: Session, bounds: Rect): void {
  if (isEmptyRect(bounds) && switches.emptyRegion === 'throw') {
    throw platformError('The specified region does not contain any pixel data.');
  }
}
