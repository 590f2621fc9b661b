import { depthOf, planesOf } from '../../model/samples';
import type { Samples } from '../../model/state';
import { readOptions } from '../arguments';
import { hostTurn } from '../calls';
import { outsideScope, platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import type { ImageRecord, SpaceName } from './imageStore';

/** What a plugin holds of pixels inside Photoshop. */
export interface PhotoshopImageData {
  readonly width: number;
  readonly height: number;
  readonly colorSpace: SpaceName;
  readonly colorProfile: string;
  readonly hasAlpha: boolean;
  readonly components: number;
  readonly componentSize: 8 | 16 | 32;
  readonly pixelFormat: string;
  readonly type: 'image/uncompressed';
  getData(options?: { readonly chunky?: boolean; readonly fullRange?: boolean }): Promise<Samples>;
  dispose(): void | Promise<void>;
}

export function createImageData(session: Session, pixels: Omit<ImageRecord, 'disposed'>): PhotoshopImageData {
  const record: ImageRecord = { ...pixels, disposed: false };
  const hasAlpha = record.components === 2 || record.components === 4;
  const handle = strict<PhotoshopImageData>(session.book, 'PhotoshopImageData', {
    width: record.width,
    height: record.height,
    colorSpace: record.space,
    colorProfile: record.profile,
    hasAlpha,
    components: record.components,
    componentSize: depthOf(record.data),
    pixelFormat: formatOf(record.space, hasAlpha),
    type: 'image/uncompressed',
    getData: (given = {}) => getData(session, record, given),
    dispose() {
      session.images.dispose(record);
      return session.switches.dispose === 'promise' ? Promise.resolve() : undefined;
    },
  });
  session.images.add(handle, record);
  return handle;
}

function formatOf(space: SpaceName, hasAlpha: boolean): string {
  const names = { RGB: ['RGB', 'RGBA'], Grayscale: ['Grayscale', 'GrayscaleAlpha'], Lab: ['LAB', 'LABAlpha'] };
  return names[space][hasAlpha ? 1 : 0];
}

async function getData(session: Session, record: ImageRecord, given: unknown): Promise<Samples> {
  const { chunky = true, fullRange = false } = readOptions(session.book, 'getData', given, ['chunky', 'fullRange']);
  demandEncodeScope(session);
  await hostTurn(session, 'getData');
  demandLive(session, record, 'getData');
  return session.meter.work(() => {
    const data = chunky === false ? planar(record) : record.data.slice();
    return fullRange === true && data instanceof Uint16Array ? stretched(data) : data;
  });
}

function planar({ data, components }: ImageRecord): Samples {
  const all = data.slice();
  planesOf(data, components, components).color.forEach((plane, index) => all.set(plane, index * plane.length));
  return all;
}

/** 0 to 32768 becomes 0 to 65535. */
function stretched(data: Uint16Array): Uint16Array {
  return data.map((value) => Math.round((value * 65535) / 32768));
}

export function demandLive({ book }: Session, record: ImageRecord, call: string): void {
  demand(book, 'imaging.disposed', !record.disposed, `${call} with image data that was disposed of`);
}

/** The image data behind an option, still alive. */
export function recordFor(session: Session, call: string, handle: unknown): ImageRecord {
  const record = session.images.of(handle);
  demand(session.book, 'call.argument', record !== undefined, `${call} takes imageData of type PhotoshopImageData`);
  demandLive(session, record, call);
  return record;
}

/** Most hosts let these calls run anywhere; a switch makes them need a scope. */
export function demandEncodeScope({ switches, modal }: Session): void {
  if (!modal.scope && switches.encodeModal === 'required') throw platformError(outsideScope);
}
