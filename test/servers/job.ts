import { type Picture, plain, stretched } from './picture';

/** What was asked of a service, with its pictures read. */
export interface Job {
  readonly prompt: string;
  readonly source: Picture | undefined;
  readonly references: readonly Picture[];
  readonly mask: Picture | undefined;
  readonly width: number;
  readonly height: number;
}

/** The source at the size that is wanted, or plain gray where there is none; under a mask, what is masked turned red. */
export function giveBack({ source, mask, width, height }: Job): Picture {
  if (source === undefined) return plain(width, height, [128, 128, 128]);
  return stretched(mask === undefined ? source : reddened(source, mask), width, height);
}

function reddened(source: Picture, mask: Picture): Picture {
  const data = source.data.slice();
  for (let pixel = 0; pixel < source.width * source.height; pixel++) {
    if (mask.data[pixel * mask.channels] < 128) continue;
    data.set([220, 30, 30], pixel * source.channels);
  }
  return { ...source, data };
}
