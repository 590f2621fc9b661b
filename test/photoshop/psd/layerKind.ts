import type { LayerKind } from '../model/state';
import type { Block } from './blocks';

const kindOfKey: ReadonlyMap<string, LayerKind> = new Map<string, LayerKind>([
  ...keys('text', 'TySh', 'tySh'),
  ...keys('smartObject', 'SoLd', 'PlLd', 'SoLE', 'plLd'),
  ...keys('solidFill', 'SoCo', 'vscg'),
  ...keys('gradientFill', 'GdFl'),
  ...keys('patternFill', 'PtFl'),
  ...keys('adjustment', 'levl', 'curv', 'brit', 'blnc', 'hue ', 'hue2', 'selc', 'thrs', 'nvrt', 'post'),
  ...keys('adjustment', 'blwh', 'vibA', 'expA', 'phfl', 'mixr', 'clrL', 'grdm', 'clry', 'grin'),
]);

/** Which kind of layer the blocks speak of; a layer that has none of them holds pixels. */
export function kindOfBlocks(blocks: readonly Block[]): LayerKind {
  const kinds = blocks.flatMap(({ key }) => kindOfKey.get(key) ?? []);
  return kinds.find((kind) => kind !== 'solidFill') ?? kinds.at(0) ?? 'pixel';
}

function keys(kind: LayerKind, ...names: readonly string[]): readonly (readonly [string, LayerKind])[] {
  return names.map((name) => [name, kind] as const);
}
