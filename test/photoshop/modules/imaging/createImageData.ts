import { interleave } from '../../model/samples';
import type { Samples } from '../../model/state';
import { oneOf, readOptions, text } from '../arguments';
import { hostTurn } from '../calls';
import { platformError } from '../errors';
import { demand } from '../rules';
import type { Session } from '../session';
import { createImageData, demandEncodeScope, type PhotoshopImageData } from './imageData';
import type { SpaceName } from './imageStore';

const allowed = ['width', 'height', 'components', 'colorSpace', 'colorProfile', 'chunky', 'fullRange'];

/** Takes a copy of a plugin's array into Photoshop. */
export async function createImageDataFromBuffer(
  session: Session,
  buffer: unknown,
  given: unknown,
): Promise<PhotoshopImageData> {
  const { book } = session;
  const options = readOptions(book, 'createImageDataFromBuffer', given, allowed);
  const { colorProfile = '', chunky = true, fullRange = false } = options;
  demandEncodeScope(session);
  const width = side(session, 'width', options['width']);
  const height = side(session, 'height', options['height']);
  const space = oneOf<SpaceName>(book, 'colorSpace', options['colorSpace'], ['RGB', 'Grayscale', 'Lab']);
  const components = componentsFor(session, space, options['components']);
  const samples = samplesFrom(session, buffer, width * height * components);
  const data = session.meter.work(() => taken(session, samples, components, chunky !== false, fullRange === true));
  await hostTurn(session, 'createImageDataFromBuffer');
  const profile = text(book, 'colorProfile', colorProfile);
  return session.meter.work(() => createImageData(session, { width, height, space, profile, components, data }));
}

function side({ book }: Session, name: string, value: unknown): number {
  const fits = Number.isInteger(value) && (value as number) > 0;
  demand(book, 'imaging.buffer', fits, `${name} is ${String(value)}`);
  return value as number;
}

function componentsFor({ book }: Session, space: SpaceName, given: unknown): number {
  const possible: readonly unknown[] = space === 'Grayscale' ? [1, 2] : [3, 4];
  demand(book, 'imaging.components', possible.includes(given), `${String(given)} components of ${space}`);
  return given as number;
}

function samplesFrom({ book }: Session, buffer: unknown, length: number): Samples {
  const isSamples = buffer instanceof Uint8Array || buffer instanceof Uint16Array || buffer instanceof Float32Array;
  demand(book, 'imaging.buffer', isSamples, 'the buffer is no Uint8Array, Uint16Array or Float32Array');
  demand(book, 'imaging.buffer', buffer.length === length, `the buffer has ${buffer.length} values, not ${length}`);
  return buffer;
}

function taken(session: Session, given: Samples, components: number, chunky: boolean, fullRange: boolean): Samples {
  const copy = chunky ? given.slice() : interleave({ color: planarParts(given, components) });
  if (!(copy instanceof Uint16Array)) return copy;
  if (fullRange) return copy.map((value) => Math.round((value * 32768) / 65535));
  const tooLarge = copy.find((value) => value > 32768);
  const answer = platformError('invalid pixel data - 16 bit value is outside the photoshop range');
  demand(session.book, 'imaging.range', tooLarge === undefined, `a value of ${String(tooLarge)}`, answer);
  return copy;
}

function planarParts(planar: Samples, components: number): readonly Samples[] {
  const length = planar.length / components;
  return Array.from({ length: components }, (_, index) => planar.slice(index * length, (index + 1) * length));
}
