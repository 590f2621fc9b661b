import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Watches how many bytes of array buffers are alive beyond those that the stand-in holds itself. */
export interface BufferMeter {
  /** Ends the watch. */
  stop(): { readonly peakBytes: number };
}

const everyMs = 5;
/** A new high is believed only after the garbage of the moment is gone. */
const worthCollecting = 1_000_000;

/** `own`: the bytes that the stand-in holds. What is alive at the start does not count. */
export async function watchBuffers(own: () => number): Promise<BufferMeter> {
  const collect = collector();
  const beyond = () => process.memoryUsage().arrayBuffers - own();
  // what was looked at through a weak reference lives until the turn ends
  await new Promise((resolve) => setTimeout(resolve));
  collect();
  const atStart = beyond();
  let peak = 0;
  const look = () => {
    if (beyond() - atStart < peak + worthCollecting) return;
    collect();
    peak = Math.max(peak, beyond() - atStart);
  };
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
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
