import type { Distortion } from './distort';

const gain = [1.08, 0.97, 0.92];
const gamma = [0.92, 1.05, 1.1];

/** One by one, then together, then framings that are not those sent. */
export const distortions: readonly Distortion[] = [
  { name: 'none' },
  { name: 'shift, whole', pixels: { x: 7, y: -5 } },
  { name: 'shift, fractional', pixels: { x: 3.4, y: -6.7 } },
  { name: 'shift, 5 %', move: { x: 0.05, y: -0.05 } },
  { name: 'zoom 1.03', move: { zoomX: 1.03 } },
  { name: 'zoom 0.92', move: { zoomX: 0.92 } },
  { name: 'zoom 1.1', move: { zoomX: 1.1 } },
  { name: 'uneven zoom', move: { zoomX: 1.02, zoomY: 0.99 } },
  { name: 'gain', gain },
  { name: 'gamma', gamma },
  { name: 'spatial tint', tint: [0.12, -0.08] },
  { name: 'blur', blur: 1.2 },
  { name: 'noise', noise: 5 },
  { name: 'JPEG 75', jpeg: 75 },
  { name: 'smaller', size: [0.75, 0.75] },
  { name: 'larger', size: [1.5, 1.5] },
  { name: 'another ratio', size: [1, 0.9] },
  { name: 'shift, zoom, gain', move: { x: 0.01, y: 0.02, zoomX: 1.02 }, gain },
  { name: 'zoom, gamma, tint, JPEG', move: { zoomX: 0.97, x: -0.02 }, gamma, tint: [-0.1, 0.05], jpeg: 85 },
  { name: 'shift, blur, noise, gain', pixels: { x: -4.3, y: 2.6 }, blur: 0.8, noise: 3, gain },
  {
    name: 'all of it',
    move: { x: 0.02, y: -0.01, zoomX: 1.04, zoomY: 1.03 },
    gain,
    gamma,
    tint: [0.06, 0.06],
    blur: 0.6,
    noise: 2,
    jpeg: 85,
    size: [0.9, 0.9],
  },
  { name: 'reframed: zoom 1.4', move: { zoomX: 1.4 }, isReframe: true },
  { name: 'reframed: zoom 0.7', move: { zoomX: 0.7 }, isReframe: true },
  { name: 'reframed: shift 20 %', move: { x: 0.2, y: 0.1 }, isReframe: true },
  { name: 'reframed: turned 8°', turn: 8, isReframe: true },
  { name: 'reframed: turned by half', turn: 180, isReframe: true },
];
