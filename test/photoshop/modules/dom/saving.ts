import { canvasOf } from '../../model/rects';
import { interleave } from '../../model/samples';
import type { DocumentState } from '../../model/state';
import { writeCall } from '../calls';
import type { FlatPicture } from '../core';
import { platformError } from '../errors';
import { profileNameOf } from '../imaging/spaces';
import type { Session } from '../session';
import { strict } from '../strict';
import type { OpenDocument } from '../workspace';

type Encode = (session: Session, state: DocumentState) => Uint8Array | Promise<Uint8Array>;

/** `saveAs.psd`, `saveAs.png`, `saveAs.jpg`: each takes a file entry, not a token. */
export function createSaveAs(session: Session, document: () => OpenDocument) {
  const saver =
    (encode: Encode) =>
    (entry: unknown, _options?: unknown, asCopy: unknown = false) =>
      saveTo(session, document(), entry, encode, asCopy === true);
  return strict(session.book, 'Document.saveAs', {
    psd: saver(({ core }, state) => core.writePsd(state)),
    png: saver(({ core }, state) => core.encodePng(flatPicture(session, state))),
    jpg: saver(({ core }, state) => core.encodeJpeg(eightBit(flatPicture(session, state)), 80)),
  });
}

/** Saves a document where it came from, as PSD. */
export async function saveInPlace(session: Session, document: OpenDocument): Promise<void> {
  const { path } = document;
  if (path === '') throw platformError('The command “Save” is not currently available.', -25920);
  const state = await writeCall(session, 'save', () => document.state);
  await session.meter.workAsync(async () => session.files.write(path, await session.core.writePsd(state)));
  document.savedState = state;
  session.events.emit('action', 'save', { _target: [{ _ref: 'document', _id: document.id }] });
}

async function saveTo(session: Session, document: OpenDocument, entry: unknown, encode: Encode, asCopy: boolean) {
  const target = session.entries.writable(entry, 'saveAs');
  const state = await writeCall(session, 'save', () => document.state);
  await session.meter.workAsync(async () => session.files.write(target, await encode(session, state)));
  if (!asCopy) {
    document.savedState = state;
    document.path = target;
    document.title = target.slice(target.lastIndexOf('/') + 1);
  }
  session.events.emit('action', 'save', { _target: [{ _ref: 'document', _id: document.id }] });
}

function flatPicture(session: Session, state: DocumentState): FlatPicture {
  if (state.mode !== 'rgb' && state.mode !== 'gray') throw platformError('The mode cannot be saved in this format.');
  const { color, alpha } = session.core.composite(state, canvasOf(state));
  const planes = [...color, ...(alpha ? [alpha] : [])];
  const data = interleave({ color: planes });
  if (data instanceof Float32Array) throw platformError('32 bits per channel cannot be saved in this format.');
  return {
    width: state.width,
    height: state.height,
    components: planes.length,
    data,
    profileName: profileNameOf(session, state),
    ...(state.profile && { profile: state.profile }),
  };
}

function eightBit(picture: FlatPicture): FlatPicture {
  const { data, components } = picture;
  const bytes =
    data instanceof Uint16Array ? Uint8Array.from(data, (value) => Math.round((value * 255) / 32768)) : data;
  if (components !== 4 && components !== 2) return { ...picture, data: bytes };
  const opaque = components - 1;
  const kept = new Uint8Array((bytes.length / components) * opaque);
  for (let index = 0; index < kept.length; index++) {
    const pixel = Math.floor(index / opaque) * components;
    const share = bytes[pixel + opaque] / 255;
    kept[index] = Math.round(bytes[pixel + (index % opaque)] * share + 255 * (1 - share));
  }
  return { ...picture, components: opaque, data: kept };
}
