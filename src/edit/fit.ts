import { areaOf, type Rect, type Size, sizeOf } from '../image/rect';
import type { RequestedSize, SizeRule } from '../routing/model';

/** How the context goes out: its size as the model gets it, in pixels, and that size over the document's own. */
export interface Fit {
  readonly sent: RequestedSize;
  readonly scale: number;
}

/** The largest size that the rule allows and that is no larger than the context itself. */
export function fit(contextInDocument: Rect, rule: SizeRule): Fit {
  const size = sizeOf(contextInDocument);
  switch (rule.kind) {
    case 'as-the-input':
      return { sent: size, scale: 1 };
    case 'multiples': {
      const scale = Math.min(
        1,
        Math.sqrt(rule.maxPixels / areaOf(contextInDocument)),
        rule.maxSide / Math.max(size.width, size.height),
      );
      return { sent: inMultiples(size, scale, rule.of), scale };
    }
    case 'ratios':
      return tiered(size, rule);
    case 'list': {
      const [first] = rule.sizes;
      const sent = first ?? size;
      return { sent, scale: Math.min(1, sent.width / size.width) };
    }
  }
}

function inMultiples({ width, height }: Size, scale: number, of: number): Size {
  const down = (side: number) => Math.max(of, Math.floor((side * scale) / of) * of);
  return { width: down(width), height: down(height) };
}

function tiered(size: Size, { ratios, tiers }: Extract<SizeRule, { kind: 'ratios' }>): Fit {
  const wanted = Math.log(size.width / size.height);
  const distance = (ratio: string) => Math.abs(Math.log(shareOf(ratio)) - wanted);
  const [ratio = '1:1'] = [...ratios].sort((a, b) => distance(a) - distance(b));
  const tier = tiers.find(({ pixels }) => pixels >= size.width * size.height) ?? tiers.at(-1);
  const pixels = tier?.pixels ?? size.width * size.height;
  const width = Math.round(Math.sqrt(pixels * shareOf(ratio)));
  const sent = { width, height: Math.round(width / shareOf(ratio)), ratio };
  return { sent: tier === undefined ? sent : { ...sent, tier: tier.name }, scale: Math.min(1, width / size.width) };
}

/** `16:9` as a number. */
function shareOf(ratio: string): number {
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  return across / down;
}

/** As it is shown before anything is sent. */
export function scaleLabel({ scale }: Fit): string {
  return scale === 1 ? 'native' : `${scale.toFixed(2)}×`;
}
