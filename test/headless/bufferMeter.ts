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
export function watchBuffers(own: () => number): BufferMeter {
  const collect = collector();
  const beyond = () => process.memoryUsage().arrayBuffers - own();
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

/** Node's own garbage collector, which is hidden behind a flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
