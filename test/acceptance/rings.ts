import { modes } from '../photoshop/model/modes';

/** How far colors step across a mask's edge, in ΔE2000: see `ring.py`. */
export interface Ring {
  /** As files count modes. */
  readonly mode: number;
  readonly depth: number;
  readonly across: number;
  readonly beside: number;
  readonly cast: number;
  readonly cast_beside: number;
}

/** As a line for one case. */
export function ringLine({ across, beside, cast, cast_beside }: Ring): string {
  return `ring ΔE ${across.toFixed(2)}, beside it ${beside.toFixed(2)}; cast ${cast.toFixed(2)}, beside it ${cast_beside.toFixed(2)}`;
}

/** The worst of all cases for each mode and depth, as a table; what fails a case stands in `judge.py`. */
export function ringTable(rings: readonly Ring[]): string {
  const rows = Object.values(modes).flatMap(({ number, label, depths }) =>
    depths.flatMap((depth) => {
      const own = rings.filter((ring) => ring.mode === number && ring.depth === depth);
      return own.length === 0 ? [] : [`| ${[`${label}, ${depth} bit`, own.length, ...worst(own)].join(' | ')} |`];
    }),
  );
  return [
    '| mode | cases | step | beyond beside | cast | beyond beside |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function worst(rings: readonly Ring[]): readonly string[] {
  const most = (figure: (ring: Ring) => number) => Math.max(...rings.map(figure)).toFixed(2);
  return [
    most(({ across }) => across),
    most(({ across, beside }) => across - beside),
    most(({ cast }) => cast),
    most(({ cast, cast_beside }) => cast - cast_beside),
  ];
}
