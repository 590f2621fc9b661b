import { canvasMembers } from './globals';

/**
 * Leaves of `<canvas>` what UXP has: a 2D context that draws shapes, and no way to put a picture in or get one out.
 * Nothing is drawn.
 */
export function limitCanvas({
  HTMLCanvasElement,
}: {
  readonly HTMLCanvasElement: typeof globalThis.HTMLCanvasElement;
}): void {
  const contexts = new WeakMap<object, object>();
  const getContext = function (this: object, kind: string) {
    if (kind !== '2d') return null;
    const context = contexts.get(this) ?? createContext2d();
    contexts.set(this, context);
    return context;
  };
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: getContext });
  for (const name of ['toDataURL', 'toBlob', 'transferControlToOffscreen', 'captureStream']) {
    Object.defineProperty(HTMLCanvasElement.prototype, name, { value: undefined });
  }
}

function createContext2d(): object {
  return Object.fromEntries(canvasMembers.map((name) => [name, initialValues[name] ?? behaviorOf(name)]));
}

const initialValues: Readonly<Record<string, unknown>> = {
  lineWidth: 1,
  lineJoin: 'miter',
  lineCap: 'butt',
  globalAlpha: 1,
  fillStyle: '#000000',
  strokeStyle: '#000000',
};

function behaviorOf(name: string): () => unknown {
  return name.endsWith('Gradient') ? () => ({ addColorStop: () => undefined }) : () => undefined;
}
