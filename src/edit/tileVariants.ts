import { runSliced } from '../base/slices';
import { areaOf, intersect } from '../image/rect';
import type { ModelWarning } from '../routing/model';
import type { Capture } from './capture';
import { measureAll } from './checks';
import type { JoinedTiles, TileNote } from './joinTiles';
import type { CallTools } from './makeCall';
import type { EditPlan } from './plan';
import { stitch } from './stitch';
import type { Tile } from './tiles';
import { strainOf, type Told, type Variant } from './variant';

/** What the tiles of a plan came to. */
export interface TilesMade {
  readonly plan: EditPlan;
  readonly taken: Capture;
  readonly joined: JoinedTiles;
  readonly missing: readonly Tile[];
  readonly warnings: readonly ModelWarning[];
}

/** Every picture that was joined, ready to place as one layer; those that fit best come first. */
export async function variantsOfTiles(made: TilesMade, tools: CallTools): Promise<readonly Variant[]> {
  const { taken, joined } = made;
  const { scene, context } = tools;
  // the layer says how many tiles it is made of
  const plan = { ...made.plan, tiles: joined.notes.map(({ tile }) => tile) };
  const warnings = warningsOf(made);
  const missing = shareMissing(made);
  const variants: Variant[] = [];
  for (const { picture, layerMask, found } of joined.pictures) {
    context.onStep('stitch');
    const patch = await stitch(plan, layerMask, picture, scene.depth, context);
    context.onStep('check');
    const input = {
      source: taken.source,
      patch: patch.pixels,
      mask: patch.mask,
      missing,
      ...(found !== undefined && { found }),
    };
    const findings = await runSliced(measureAll(input), context);
    variants.push({ plan, patch, source: taken.source, findings, warnings, told: toldOf(joined.notes) });
  }
  return variants.sort((a, b) => strainOf(a.findings) - strainOf(b.findings));
}

/** By their own shares of what was to change, 0 to 1. */
function shareMissing({ plan, missing }: TilesMade): number {
  const area = (tiles: readonly Tile[]) =>
    tiles.reduce((sum, { cellInDocument }) => sum + areaOf(intersect(cellInDocument, plan.frame.targetInDocument)), 0);
  return area(missing) / area(plan.tiles);
}

function warningsOf({ joined, missing, plan, warnings }: TilesMade): readonly ModelWarning[] {
  const texts = new Set(
    [...joined.notes.flatMap(({ answer }) => answer.warnings), ...warnings].map(({ text }) => text),
  );
  if (missing.length > 0) {
    const count = `${String(missing.length)} of ${String(plan.tiles.length)} tiles`;
    texts.add(`${count} did not come. Their part of the picture stays as it was.`);
  }
  return [...texts].map((text) => ({ text }));
}

/** What passed for all tiles together: the sizes are those of one. */
function toldOf(notes: readonly TileNote[]): Told {
  const [{ call, came }] = notes;
  const isSaid = notes.some(({ answer }) => answer.dollars !== undefined);
  const ids = notes.flatMap(({ answer: { requestId } }) => (requestId === undefined ? [] : [requestId]));
  return {
    prompt: call.prompt,
    asked: call.size,
    came,
    dollars: isSaid ? sumOf(notes) : undefined,
    requestId: ids.length === 0 ? undefined : ids.join(', '),
  };
}

/** Where the service says nothing of one, its listed price counts. */
function sumOf(notes: readonly TileNote[]): number {
  const sum = notes.reduce((total, { plan, answer }) => total + (answer.dollars ?? plan.route.price.dollars), 0);
  return Math.round(sum * 1e6) / 1e6;
}
