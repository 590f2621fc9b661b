import { createSamples } from '../model/samples';
import type { ChannelState, DocumentState } from '../model/state';
import { encodePlane, type EncodedPlane } from './encodedPlane';
import { planesOriginOf } from './origin';

/** The saved channels as planes of the file: as they came where they were not touched. */
export function encodedChannelsOf({ channels, width, height, depth }: DocumentState): readonly EncodedPlane[] {
  return channels.map(
    (channel) => untouched(channel, width, height) ?? encodePlane(samplesOf(channel), width, height, depth),
  );

  function samplesOf(channel: ChannelState) {
    return channel.pixels.read().color[0] ?? createSamples(depth, width * height);
  }
}

function untouched({ pixels }: ChannelState, width: number, height: number): EncodedPlane | undefined {
  const plane = planesOriginOf(pixels)?.color[0];
  return plane && plane.width === width && plane.height === height ? plane : undefined;
}
