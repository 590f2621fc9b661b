import { createSheetSolver, type Sheet, type SheetSolver, solveSheet } from '../../../src/image/poisson';
import { runNow } from '../../support/runNow';

describe('a sheet of pixels', () => {
  it.each([0, 0.001, 0.02])('comes at least twice as near with every cycle (screen %p)', (screen) => {
    const solver = solverFor(disc(90, 70), screen);
    let before = residual(solver);
    for (let cycle = 0; cycle < 5; cycle++) {
      runNow(solveSheet(solver, 1));
      const after = residual(solver);
      expect(after).toBeLessThan(before / 2);
      before = after;
    }
  });

  it.each([61, 65, 66])('comes as near where %p free columns stand at the edge of the picture', (columns) => {
    const inside = Uint8Array.from({ length: 300 * 200 }, (_, i) => (i % 300 < columns ? 1 : 0));
    const solver = solverFor({ width: 300, height: 200, inside }, 0.001);
    let before = residual(solver);
    for (let cycle = 0; cycle < 4; cycle++) {
      runNow(solveSheet(solver, 1));
      expect(residual(solver)).toBeLessThan(before / 2);
      before = residual(solver);
    }
  });

  it('stays 0 where it is fixed', () => {
    const solver = solverFor(disc(40, 30), 0);
    runNow(solveSheet(solver, 3));
    const { value, sheet } = solver;
    expect(value.every((own, i) => sheet.inside[i] > 0 || own === 0)).toBe(true);
  });

  it('is free at the edge of the picture', () => {
    // one fixed column on the left: without a demand elsewhere every row is alike
    const inside = Uint8Array.from({ length: 20 * 12 }, (_, i) => (i % 20 === 0 ? 0 : 1));
    const solver = runNow(createSheetSolver({ width: 20, height: 12, inside, screen: 0 }));
    for (let y = 0; y < 12; y++) solver.right[y * 20 + 1] = 50;
    runNow(solveSheet(solver, 30));
    for (let i = 0; i < solver.value.length; i++) {
      if (inside[i] > 0) expect(solver.value[i]).toBeCloseTo(50, 1);
    }
  });
});

function solverFor(sheet: Omit<Sheet, 'screen'>, screen: number): SheetSolver {
  const solver = runNow(createSheetSolver({ ...sheet, screen }));
  for (let i = 0; i < solver.right.length; i++) {
    if (sheet.inside[i] > 0) solver.right[i] = ((i * 2654435761) % 41) - 20;
  }
  return solver;
}

function disc(width: number, height: number): Omit<Sheet, 'screen'> {
  const inside = new Uint8Array(width * height);
  for (let i = 0; i < inside.length; i++) {
    const x = (i % width) - width / 2;
    const y = Math.floor(i / width) - height / 2;
    inside[i] = (x / (0.45 * width)) ** 2 + (y / (0.45 * height)) ** 2 < 1 ? 1 : 0;
  }
  return { width, height, inside };
}

function residual({ sheet, value, right }: SheetSolver): number {
  const { width, height, inside, screen } = sheet;
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (inside[at] === 0) continue;
      let left = right[at] - screen * value[at];
      if (x > 0) left -= value[at] - value[at - 1];
      if (x + 1 < width) left -= value[at] - value[at + 1];
      if (y > 0) left -= value[at] - value[at - width];
      if (y + 1 < height) left -= value[at] - value[at + width];
      sum += left * left;
    }
  }
  return Math.sqrt(sum);
}
