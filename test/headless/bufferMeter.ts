import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Watches how many bytes of array buffers are alive beyond those that the stand-in holds itself. */
export interface BufferMeter {
  /** Ends the watch. */
  stop(): { readonly peakBytes: number };
}

const everyMs = 5;
/** A new high is believed only after the garbage of the moment is gone; one of so many bytes at once, … */
const large = 4_000_000;
/** … one of so many bytes when there is time for it: */
const small = 500_000;
/** collecting takes no more than this share of the time, or the edit would be measured slower than it is. */
const shareForCollecting = 0.05;

/** What the meter is fastened to. */
export interface Watched {
  /** Bytes that the stand-in holds. */
  ownBytes(): number;
  /** Does something on the stand-in's time. */
  aside(work: () => void): void;
}

/** What is alive at the start does not count. The peak is right to within 4 MB. */
export async function watchBuffers({ ownBytes, aside }: Watched): Promise<BufferMeter> {
  const collect = collector();
  const beyond = () => process.memoryUsage().arrayBuffers - ownBytes();
  // what was looked at through a weak reference lives until the turn ends
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  const atStart = beyond();
  let peak = 0;
  let rest = 0;
  const look = () => {
    const high = beyond() - atStart - peak;
    const began = performance.now();
    if (high < (began < rest ? large : small)) return;
    collect();
    peak = Math.max(peak, beyond() - atStart);
    const ended = performance.now();
    rest = ended + (ended - began) / shareForCollecting;
  };
  const timer = setInterval(() => aside(look), everyMs);
  return {
    stop() {
      clearInterval(timer);
      rest = 0;
      look();
      return { peakBytes: peak };
    },
  };
}

/**
 * Node's own garbage collector, which is hidden behind a flag. Twice: buffers are let go beside the program, and only
 * the beginning of the next collection waits for that.
 */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collectOnce = runInNewContext('gc') as () => void;
  return () => {
    collectOnce();
    collectOnce();
  };
}
