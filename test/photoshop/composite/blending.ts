import { toneCurvesOf } from '../color/toneCurves';
import { modes } from '../model/modes';
import type { DocumentState } from '../model/state';
import { channelBlends, linearBlends, type ChannelBlend } from './blendModes';
import { colorBlends, type ColorBlend } from './colorBlends';
import { createTextBlending, type TextBlending } from './textBlending';

/** The blend modes beside the normal one that can be drawn, by the names that files have for them. */
export interface Blending {
  readonly channels: ReadonlyMap<string, ChannelBlend>;
  readonly colors: ReadonlyMap<string, ColorBlend>;
  /** How text blends normally; absent: like everything else. */
  readonly text?: TextBlending;
}

/** Text blends in a gamma of its own, which is Photoshop's default setting, or like everything else. */
export type TextWay = 'gamma' | 'plain';

/** What can be drawn in a document of that mode and depth. */
export function blendingOf(
  state: Pick<DocumentState, 'mode' | 'depth' | 'profile'>,
  text: TextWay = 'gamma',
): Blending {
  const { mode, depth } = state;
  const { blending } = modes[mode];
  if (blending === 'normal') return { channels: none, colors: none };
  if (depth === 32) return { channels: linearBlends, colors: none };
  if (mode !== 'rgb') return { channels: channelBlends, colors: blending === 'all' ? colorBlends : none };
  const blends = { channels: channelBlends, colors: colorBlends };
  return text === 'plain' ? blends : { ...blends, text: textBlendingOf(state) };
}

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** Stands for a document without a profile. */
const untagged = new Uint8Array(0);
const texts = new WeakMap<Uint8Array, TextBlending>();

function textBlendingOf({ profile = untagged }: Pick<DocumentState, 'profile'>): TextBlending {
  const known = texts.get(profile);
  if (known) return known;
  const made = createTextBlending(toneCurvesOf(profile));
  texts.set(profile, made);
  return made;
}
