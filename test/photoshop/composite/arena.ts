/** Working arrays that are used again for every band: what was taken is given back all at once. */
export interface Arena {
  /** Holds whatever it held before. */
  floats(length: number): Float32Array;
  doubles(length: number): Float64Array;
  /** 1 everywhere: never write anything else into it. */
  ones(length: number): Float32Array;
  giveBack(): void;
}

export function createArena(): Arena {
  const floats = createShelf((length) => new Float32Array(length));
  const doubles = createShelf((length) => new Float64Array(length));
  let ones = new Float32Array(0);
  return {
    floats: floats.take,
    doubles: doubles.take,
    ones(length) {
      if (ones.length < length) ones = new Float32Array(length).fill(1);
      return ones.subarray(0, length);
    },
    giveBack() {
      floats.giveBack();
      doubles.giveBack();
    },
  };
}

interface Shelf<T> {
  readonly take: (length: number) => T;
  readonly giveBack: () => void;
}

function createShelf<T extends Float32Array | Float64Array>(make: (length: number) => T): Shelf<T> {
  const arrays: T[] = [];
  let taken = 0;
  return {
    take(length) {
      const kept = arrays[taken];
      const array = kept && kept.length >= length ? kept : make(length);
      arrays[taken++] = array;
      return array.length === length ? array : (array.subarray(0, length) as T);
    },
    giveBack() {
      taken = 0;
    },
  };
}
