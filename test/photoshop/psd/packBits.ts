/**
 * PackBits, row by row: a byte n below 128 is followed by n + 1 bytes as they are; above 128, the next byte stands
 * 257 - n times; 128 means nothing.
 */

/**
 * Unpacks one row into `target`; answers false when the packed bytes do not give `length` bytes. A last run that is too
 * long is cut: GIMP wrote such rows.
 */
export function unpackRow(
  packed: Uint8Array,
  from: number,
  to: number,
  target: Uint8Array,
  start: number,
  length: number,
): boolean {
  const end = start + length;
  let input = from;
  let output = start;
  while (input < to && output < end) {
    const head = packed[input++] ?? 128;
    if (head < 128) {
      const count = Math.min(head + 1, end - output);
      if (input + count > to) return false;
      for (let i = 0; i < count; i++) target[output++] = packed[input++] ?? 0;
    } else if (head > 128) {
      const count = Math.min(257 - head, end - output);
      if (input >= to) return false;
      const value = packed[input++] ?? 0;
      target.fill(value, output, output + count);
      output += count;
    }
  }
  return output === end;
}

/** The most that a row can grow to. */
export function packedBound(length: number): number {
  return length + Math.ceil(length / 128) + 1;
}

/** Packs one row into `target` at `start`; answers where it ends. */
export function packRow(source: Uint8Array, from: number, to: number, target: Uint8Array, start: number): number {
  let output = start;
  let input = from;
  while (input < to) {
    const value = source[input];
    let run = input + 1;
    while (run < to && run - input < 128 && source[run] === value) run++;
    if (run - input > 2) {
      target[output++] = 257 - (run - input);
      target[output++] = value ?? 0;
      input = run;
      continue;
    }
    // bytes as they are, up to the next run of three
    const first = input;
    input = run;
    while (input < to && input - first < 128) {
      if (input + 2 < to && source[input] === source[input + 1] && source[input] === source[input + 2]) break;
      input++;
    }
    if (input - first > 128) input = first + 128;
    target[output++] = input - first - 1;
    for (let i = first; i < input; i++) target[output++] = source[i] ?? 0;
  }
  return output;
}
