import { namedProfile } from '../../photoshop/color/namedProfiles';
import { documentOf } from '../../photoshop/model/createDocument';
import { knownPlanes } from '../../photoshop/model/newLayer';
import type { Coverage, Depth, DocumentState, LayerState, Rect } from '../../photoshop/model/state';
import { canvas, size } from './layers';
import { plane } from './texture';

export type ProfileName = 'sRGB IEC61966-2.1' | 'Adobe RGB (1998)' | 'ProPhoto RGB' | 'untagged';

export interface SceneOptions {
  readonly layers: readonly LayerState[];
  readonly active: number;
  readonly depth?: Depth;
  readonly profile?: ProfileName;
  readonly selection?: Coverage;
}

/** A document with something selected in it and one layer active. */
export function aScene({
  layers,
  active,
  depth = 8,
  profile = 'sRGB IEC61966-2.1',
  selection = hardSelection(depth),
}: SceneOptions): DocumentState {
  const icc = profile === 'untagged' ? undefined : namedProfile(profile);
  const shape = { ...size, mode: 'rgb', depth, resolution: 300, ...(icc && { profile: icc }) } as const;
  return { ...documentOf(shape, layers), activeLayers: [active], selection };
}

/** The square around the disc. */
export const selected: Rect = { left: 38, top: 34, right: 58, bottom: 54 };

export function hardSelection(depth: Depth = 8, bounds: Rect = selected): Coverage {
  return { bounds, samples: plane(bounds, depth, () => 255) };
}

/** A disc that fades out over three pixels, with every grey level on the way. */
export function softSelection(depth: Depth = 8): Coverage {
  return { bounds: selected, samples: plane(selected, depth, softDisc) };
}

/** 0 to 255 for a pixel of the document. */
export function softDisc(x: number, y: number): number {
  const distance = Math.hypot(x + 0.5 - 48, y + 0.5 - 44);
  return Math.max(0, Math.min(1, (9.9 - distance) / 3)) * 255;
}

/** The same document with a selection saved as a channel, as `Select > Save Selection` makes it. */
export function withSavedChannel(state: DocumentState, name: string): DocumentState {
  const pixels = knownPlanes({ color: [plane(canvas, state.depth, softDisc)] });
  return { ...state, channels: [{ id: 10, name, kind: 'alpha', pixels }] };
}
