import { benchDecoding } from './codecs/decoding';
import { benchEncoding } from './codecs/encoding';
import { benchJson } from './codecs/json';

/**
 * Pictures on the wire, ours beside the libraries that do the same, in one run: milliseconds (the best of several), megabytes,
 * and the longest piece during which the panel cannot breathe.
 */
export function benchCodecs(): void {
  benchEncoding();
  benchDecoding();
  benchJson();
}
