import { areaOf, heightOf, type Rect, type Size, sizeOf, widthOf } from '../image/rect';
import type { RequestedSize, SizeRule, SizeTier } from '../routing/model';
import { growTo } from './growTo';

/** How the context goes out, and what is asked for. */
export interface Fit {
  /** What is sent of the document: the context, grown to a shape that the model takes; may reach beyond the canvas. */
  readonly sentInDocument: Rect;
  /** That part as the model gets it, in pixels. */
  readonly source: Size;
  readonly asked: RequestedSize;
  /** The size sent over the document's own: one factor for both sides, 1 at most. */
  readonly scale: number;
}

/** Fits a crop to a model's rule by showing more around it, never by uneven scaling. */
export function fit(contextInDocument: Rect, canvas: Rect, rule: SizeRule): Fit {
  switch (rule.kind) {
    case 'as-the-input':
      return asTheInput(contextInDocument, rule.maxPixels);
    case 'multiples':
      return inMultiples(contextInDocument, canvas, rule);
    case 'ratios':
      return inRatio(contextInDocument, canvas, rule.ratios, rule.tiers);
    case 'list':
      return fromList(contextInDocument, canvas, rule.sizes);
  }
}

function asTheInput(context: Rect, maxPixels: number): Fit {
  const size = sizeOf(context);
  const atWidth = (width: number) => ({ width, height: Math.max(1, Math.round((size.height * width) / size.width)) });
  let source = atWidth(Math.max(1, Math.floor(size.width * Math.min(1, Math.sqrt(maxPixels / areaOf(context))))));
  while (source.width > 1 && source.width * source.height > maxPixels) source = atWidth(source.width - 1);
  return { sentInDocument: context, source, asked: source, scale: source.width / size.width };
}

type Multiples = Extract<SizeRule, { kind: 'multiples' }>;

/** The size sent is a multiple; the crop is grown until it has just that shape. */
function inMultiples(context: Rect, canvas: Rect, { of, minSide, maxSide, maxPixels }: Multiples): Fit {
  const wanted = { width: Math.max(widthOf(context), minSide), height: Math.max(heightOf(context), minSide) };
  const up = (side: number) => Math.ceil(side / of) * of;
  const native = { width: up(wanted.width), height: up(wanted.height) };
  const fits = ({ width, height }: Size) => width <= maxSide && height <= maxSide && width * height <= maxPixels;
  if (fits(native)) return grown(context, canvas, native, native, 1);
  const most = Math.floor(maxSide / of) * of;
  const shrink = Math.min(
    Math.sqrt(maxPixels / (wanted.width * wanted.height)),
    most / Math.max(wanted.width, wanted.height),
  );
  const down = (side: number) => Math.max(of, minSide, Math.floor((side * shrink) / of) * of);
  const source = { width: down(wanted.width), height: down(wanted.height) };
  const scale = Math.min(source.width / wanted.width, source.height / wanted.height);
  return grown(context, canvas, scaled(source, 1 / scale, Math.round), source, scale);
}

/** The crop is grown to the ratio that adds least; the tier is the smallest that holds all its pixels. */
function inRatio(context: Rect, canvas: Rect, ratios: readonly string[], tiers: readonly SizeTier[]): Fit {
  const shapes = ratios.map((ratio) => ({ ratio, size: coverOf(context, shareOf(ratio)) }));
  const { ratio, size } = leastAdded(shapes, canvas);
  const byPixels = [...tiers].sort((a, b) => a.pixels - b.pixels);
  const tier = byPixels.find(({ pixels }) => pixels >= size.width * size.height) ?? byPixels[byPixels.length - 1];
  const share = shareOf(ratio);
  const width = Math.round(Math.sqrt(tier.pixels * share));
  const asked = { width, height: Math.round(width / share), ratio, tier: tier.name };
  const scale = Math.min(1, asked.width / size.width);
  return { ...grown(context, canvas, size, scaled(size, scale, Math.round), scale), asked };
}

/** Some models know a few sizes and no others: what goes out has that very size. */
function fromList(context: Rect, canvas: Rect, sizes: readonly Size[]): Fit {
  const shapes = sizes.map((asked) => ({ asked, size: coverOf(context, asked.width / asked.height) }));
  const { asked, size } = leastAdded(shapes, canvas);
  const scale = asked.width / size.width;
  if (scale <= 1) return { ...grown(context, canvas, size, asked, scale), asked };
  // the model's size is larger than the crop: more is shown around it, as far as there is anything
  const wider = sizeWithin(asked, canvas, size);
  return { ...grown(context, canvas, wider, asked, 1), asked };
}

/** As large as `asked` where the canvas has it, never smaller than `least`. */
function sizeWithin(asked: Size, canvas: Rect, least: Size): Size {
  const room = Math.min(1, widthOf(canvas) / asked.width, heightOf(canvas) / asked.height);
  return room * asked.width >= least.width ? scaled(asked, room, Math.round) : least;
}

function grown(context: Rect, canvas: Rect, size: Size, source: Size, scale: number): Fit {
  return { sentInDocument: growTo(context, size, canvas), source, asked: source, scale };
}

/** What has to be padded weighs more than what is merely shown in addition. */
function leastAdded<Shape extends { readonly size: Size }>(shapes: readonly Shape[], canvas: Rect): Shape {
  const cost = ({ size: { width, height } }: Shape) =>
    width * height + 4 * (width * height - Math.min(width, widthOf(canvas)) * Math.min(height, heightOf(canvas)));
  return shapes.reduce((best, shape) => (cost(shape) < cost(best) ? shape : best));
}

/** The smallest size of that ratio that covers the rectangle. */
function coverOf(rect: Rect, share: number): Size {
  const width = Math.max(widthOf(rect), Math.round(heightOf(rect) * share));
  return { width, height: Math.max(heightOf(rect), Math.round(width / share)) };
}

function scaled({ width, height }: Size, by: number, round: (side: number) => number): Size {
  return { width: Math.max(1, round(width * by)), height: Math.max(1, round(height * by)) };
}

/** `16:9` as a number. */
function shareOf(ratio: string): number {
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  return across / down;
}

/** As it is shown before anything is sent. */
export function scaleLabel(scale: number): string {
  return scale === 1 ? 'native' : `${scale.toFixed(2)}×`;
}
