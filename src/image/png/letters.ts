/**
 * What a block is written in: bytes, and runs in which one pixel is repeated. A run is two letters, one for its class of
 * lengths and one for the bits that follow.
 */
export interface Letters {
  readonly letters: Uint16Array;
  letterCount: number;
  /** Four tables of bytes, to be added up, and then the runs by their length. */
  readonly counts: Uint32Array;
  /** How far back a run looks: the bytes of a pixel. */
  readonly step: number;
}

export const shortestMatch = 3;
export const longestRun = 258;
export const firstRun = 256;
export const firstTail = 512;
/** Where the counts of runs begin. */
export const runCounts = 1024;

/** `capacity`: the most letters that are gathered. */
export function createLetters(step: number, capacity: number): Letters {
  const counts = new Uint32Array(runCounts + longestRun - shortestMatch + 1);
  return { letters: new Uint16Array(capacity), letterCount: 0, counts, step };
}

/** Takes filtered bytes into the block that is being gathered. */
export function addBytes(gathered: Letters, bytes: Uint8Array, length: number): void {
  if (gathered.step === 1) addGrays(gathered, bytes, length);
  else addColors(gathered, bytes, length);
}

/** Masks are mostly runs, and a shorter run pays: every byte is looked at. */
function addGrays(gathered: Letters, bytes: Uint8Array, length: number): void {
  const { letters, counts } = gathered;
  let count = gathered.letterCount;
  for (let at = 0; at < length;) {
    const run = at > 0 && bytes[at] === bytes[at - 1] ? runLength(bytes, at, length, 1) : 0;
    if (run >= shortestMatch) {
      letters[count] = firstRun + run - shortestMatch;
      letters[count + 1] = firstTail + run - shortestMatch;
      counts[runCounts + run - shortestMatch]++;
      count += 2;
      at += run;
    } else {
      letters[count++] = bytes[at];
      counts[bytes[at]]++;
      at++;
    }
  }
  gathered.letterCount = count;
}

/** Bytes that are looked at together: in colors, a shorter run costs more than its letters. */
const group = 8;

function addColors(gathered: Letters, bytes: Uint8Array, length: number): void {
  const { letters, counts, step } = gathered;
  let count = gathered.letterCount;
  let at = 0;
  while (at + group <= length) {
    if (at >= step && bytes[at + 7] === bytes[at + 7 - step] && bytes[at] === bytes[at - step]) {
      const run = runLength(bytes, at, length, step);
      if (run >= group) {
        letters[count] = firstRun + run - shortestMatch;
        letters[count + 1] = firstTail + run - shortestMatch;
        counts[runCounts + run - shortestMatch]++;
        count += 2;
        at += run;
        continue;
      }
    }
    addGroup(letters, count, counts, bytes, at);
    count += group;
    at += group;
  }
  for (; at < length; at++) {
    letters[count++] = bytes[at];
    counts[bytes[at]]++;
  }
  gathered.letterCount = count;
}

/** Four tables of counts by turns: none need wait until the last one is written. */
function addGroup(letters: Uint16Array, count: number, counts: Uint32Array, bytes: Uint8Array, at: number): void {
  for (let i = 0; i < group; i += 4) {
    const b0 = bytes[at + i];
    const b1 = bytes[at + i + 1];
    const b2 = bytes[at + i + 2];
    const b3 = bytes[at + i + 3];
    letters[count + i] = b0;
    letters[count + i + 1] = b1;
    letters[count + i + 2] = b2;
    letters[count + i + 3] = b3;
    counts[b0]++;
    counts[256 + b1]++;
    counts[512 + b2]++;
    counts[768 + b3]++;
  }
}

/** From `at` on, up to the longest run that deflate knows. */
function runLength(bytes: Uint8Array, at: number, length: number, step: number): number {
  const end = at + longestRun < length ? at + longestRun : length;
  let to = at + 1;
  while (to < end && bytes[to] === bytes[to - step]) to++;
  return to - at;
}
