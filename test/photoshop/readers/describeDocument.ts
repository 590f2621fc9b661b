import { profileName } from '../color/profileName';
import { documentComposite } from '../composite/documentComposite';
import { whatCannotBeDrawn } from '../composite/whatCannotBeDrawn';
import { canvasOf, isEmptyRect } from '../model/rects';
import type { DocumentState, LayerState, Planes, Rect, Samples } from '../model/state';
import { bytesFromSamples } from '../psd/samples';

/** What the model says of a document, for a program in another language: plain values, and raw planes by file name. */
export interface Description {
  readonly text: string;
  /** Big-endian, 16 bit from 0 to 65535. */
  readonly planes: ReadonlyMap<string, Uint8Array>;
}

/** `unread`: why psd-tools cannot read a file of this kind. */
export function describeDocument(state: DocumentState, unread?: string): Description {
  const planes = new Map<string, Uint8Array>();
  const keep = (samples: Samples) => {
    const name = `plane-${planes.size}.raw`;
    planes.set(name, bytesFromSamples(samples));
    return name;
  };
  const keepAll = ({ color, alpha }: Planes) => ({ color: color.map(keep), ...(alpha && { alpha: keep(alpha) }) });
  const layers = (list: readonly LayerState[]): unknown => list.map(layer);
  const layer = (one: LayerState) => ({
    name: one.name,
    group: one.kind === 'group',
    visible: one.visible,
    opacity: one.opacity,
    blendMode: one.blendMode,
    clipped: one.clipped,
    ...(one.xmp !== undefined && { xmp: one.xmp }),
    bounds: edges(one.bounds),
    ...(!isEmptyRect(one.bounds) && { pixels: keepAll(one.pixels.read()) }),
    ...(one.mask && {
      mask: { bounds: edges(one.mask.bounds), outside: one.mask.outside > 0, samples: keep(one.mask.samples()) },
    }),
    ...(one.children && { children: layers(one.children) }),
  });
  const { width, height, mode, depth, resolution, profile } = state;
  const text = JSON.stringify({
    size: [width, height],
    mode,
    depth,
    resolution,
    profile: profile ? profileName(profile) : undefined,
    layers: layers(state.layers),
    channels: state.channels.map(({ name, pixels }) => ({
      name,
      plane: keep(pixels.read().color[0] ?? new Uint8Array(0)),
    })),
    unread,
    drawn: whatCannotBeDrawn(state, canvasOf(state)).length === 0,
    composite: keepAll(documentComposite(state, canvasOf(state)).planes),
  });
  return { text, planes };
}

function edges({ left, top, right, bottom }: Rect): readonly number[] {
  return [left, top, right, bottom];
}
