import { type BezierPath, type Layer, LayerCompCapturedInfo, type Psd } from 'ag-psd';
import { size } from '../layers';
import { cornerSquare, pixelData, picture } from './agPsd';

const px = (value: number) => ({ units: 'Pixels', value }) as const;
const black = { r: 0, g: 0, b: 0 };
const shown = { enabled: true, present: true, showInDialog: true, blendMode: 'normal' } as const;

/** Two artboards, the picture on the first of them. */
export const artboards: readonly Layer[] = [
  artboard('Artboard 1', 0, [{ name: 'On it', imageData: pixelData(picture()), left: 0, top: 0 }]),
  artboard('Artboard 2', size.width + 8, [{ name: 'Beside', ...cornerSquare(90), left: size.width + 12 }]),
];

function artboard(name: string, left: number, children: Layer[]): Layer {
  const rect = { left, top: 0, right: left + size.width, bottom: size.height };
  return { name, children, artboard: { rect, presetName: '', color: { r: 255, g: 255, b: 255 }, backgroundType: 1 } };
}

/** A layer with one effect of every kind, in the corner. */
export const effects: Layer = {
  name: 'Effects',
  ...cornerSquare(120),
  effects: {
    dropShadow: [{ ...shown, size: px(3), angle: 120, distance: px(2), color: black, opacity: 0.7, choke: px(0) }],
    innerShadow: [{ ...shown, size: px(2), angle: 120, distance: px(1), color: black, opacity: 0.5, choke: px(0) }],
    outerGlow: { ...shown, size: px(3), color: black, opacity: 0.4, choke: px(0) },
    innerGlow: { ...shown, size: px(3), color: black, opacity: 0.4, choke: px(0) },
    bevel: { ...shown, size: px(2), angle: 120, strength: 100, soften: px(0), altitude: 30 },
    satin: { ...shown, size: px(3), color: black, opacity: 0.3, distance: px(2), angle: 19 },
    solidFill: [{ ...shown, color: { r: 200, g: 30, b: 30 }, opacity: 0.5 }],
    stroke: [{ ...shown, size: px(1), position: 'outside', fillType: 'color', color: black, opacity: 1 }],
  },
};

const square: BezierPath = {
  open: false,
  operation: 'combine',
  fillRule: 'even-odd',
  knots: [
    [4, 4],
    [16, 4],
    [16, 16],
    [4, 16],
  ].map(([x = 0, y = 0]) => ({ linked: false, points: [x, y, x, y, x, y] })),
};

/** A layer that is cut by a vector mask, and a shape that is nothing but a filled path. */
export const vectors: readonly Layer[] = [
  { name: 'Cut by a path', ...cornerSquare(60), vectorMask: { paths: [square] } },
  { name: 'Shape', ...cornerSquare(40), vectorMask: { paths: [square] }, vectorFill: { type: 'color', color: black } },
];

/** A line of text, with the pixels that Photoshop keeps of it. */
export const text: Layer = {
  name: 'Title',
  ...cornerSquare(30),
  text: { text: 'Title', transform: [1, 0, 0, 1, 4, 14], style: { font: { name: 'ArialMT' }, fontSize: 12 } },
};

const embeddedId = '20953ddb-9391-11ec-b4f1-c15674f50bc4';

/** A smart object that holds its contents, and what it holds. */
export const embedded: readonly [Layer, Partial<Psd>] = [
  { name: 'Embedded', ...cornerSquare(80), placedLayer: placed(embeddedId) },
  { linkedFiles: [{ id: embeddedId, name: 'inside.png', type: 'png ', data: Uint8Array.of(1, 2, 3, 4, 5) }] },
];

/** The same without its contents: whoever made the file has lost them. */
export const orphaned: Layer = { name: 'Orphaned', ...cornerSquare(85), placedLayer: placed(embeddedId) };

function placed(id: string): NonNullable<Layer['placedLayer']> {
  return { id, type: 'raster', transform: [4, 4, 16, 4, 16, 16, 4, 16], width: 12, height: 12 };
}

/** Two layer comps. */
export const comps: Partial<Psd> = {
  imageResources: {
    layerComps: {
      list: [
        { id: 1, name: 'All', comment: 'with everything', capturedInfo: LayerCompCapturedInfo.Visibility },
        { id: 2, name: 'Plain', capturedInfo: LayerCompCapturedInfo.Position },
      ],
      lastApplied: 1,
    },
  },
};
