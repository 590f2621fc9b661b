import { modes } from '../model/modes';
import type { DocumentState } from '../model/state';
import { channelBlends, linearBlends, type ChannelBlend } from './blendModes';
import { colorBlends, type ColorBlend } from './colorBlends';

/** The blend modes beside the normal one that can be drawn, by the names that files have for them. */
export interface Blending {
  readonly channels: ReadonlyMap<string, ChannelBlend>;
  readonly colors: ReadonlyMap<string, ColorBlend>;
}

/** What can be drawn in a document of that mode and depth. */
export function blendingOf({ mode, depth }: Pick<DocumentState, 'mode' | 'depth'>): Blending {
  const { blending } = modes[mode];
  if (blending === 'normal') return { channels: none, colors: none };
  if (depth === 32) return { channels: linearBlends, colors: none };
  return { channels: channelBlends, colors: blending === 'all' ? colorBlends : none };
}

const none: ReadonlyMap<string, never> = new Map<string, never>();
