import type { SizeRule } from '../routing/model';
import type { Fit } from './fit';

/** Models paint best at about a megapixel. */
const comfortable = 1_000_000;

/** Where a small picture is made from nothing, it is asked for several times as large and reduced afterwards. */
export function generous(fitted: Fit, rule: SizeRule): Fit {
  const { asked } = fitted;
  if (rule.kind !== 'multiples') return fitted;
  const by = Math.floor(Math.sqrt(comfortable / (asked.width * asked.height)));
  const width = asked.width * by;
  const height = asked.height * by;
  if (by < 2 || Math.max(width, height) > rule.maxSide) return fitted;
  return { ...fitted, asked: { width, height } };
}
