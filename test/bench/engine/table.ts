import type { Score } from './score';

export type Kind = 'strokes' | 'blob' | 'outpaint';

export interface Result extends Score {
  /** Of the processor. */
  readonly seconds: number;
  /** Time per pixel of hole, in patch comparisons of this machine. */
  readonly comparisons: number;
}

/** What is aimed at over sixteen photographs of every sort. */
const targets: Record<Kind, string> = {
  strokes: 'psnr ≥21.0  ssim ≥.630  gmsd ≤.170  swd  ≤7.8  tex ≤4.4  ring 0.8–1.1  seam .95–1.10  ≤0.9 s',
  blob: 'psnr ≥17.3  ssim ≥.490  gmsd ≤.230  swd ≤15.0  tex ≤7.3  ring 0.9–1.1  seam .95–1.15  ≤0.6 s',
  outpaint: 'psnr ≥15.2  ssim ≥.450  gmsd ≤.215  swd ≤34.0  tex ≤7.0  ring 0.9–1.1  seam .95–1.15  ≤1.3 s',
};

export function printTarget(kind: Kind): void {
  console.log(`target ${kind}`.padEnd(28), targets[kind]);
}

export function printResult(label: string, fill: string, result: Result): void {
  const figures = [
    `psnr ${result.psnr.toFixed(2).padStart(5)}`,
    `ssim ${result.ssim.toFixed(3)}`,
    `gmsd ${result.gmsd.toFixed(3)}`,
    `swd ${result.swd.toFixed(1).padStart(5)}`,
    `tex ${result.tex.toFixed(1).padStart(4)}`,
    `sharp ${result.sharp.toFixed(2)}`,
    `ring ${result.ring.toFixed(2)}`,
    `seam ${result.seam.toFixed(2)}`,
    `${result.seconds.toFixed(2)} s`,
    `${result.comparisons.toFixed(0)} comparisons per pixel`,
  ];
  console.log(label.padEnd(28), fill.padEnd(14), figures.join('  '));
}

export function medianOf(results: readonly Result[]): Result {
  const median = (key: keyof Result) => {
    const sorted = results.map((result) => result[key]).sort((a, b) => a - b);
    return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  };
  return {
    psnr: median('psnr'),
    ssim: median('ssim'),
    gmsd: median('gmsd'),
    swd: median('swd'),
    tex: median('tex'),
    sharp: median('sharp'),
    ring: median('ring'),
    seam: median('seam'),
    seconds: median('seconds'),
    comparisons: median('comparisons'),
  };
}
