import type { Session } from '../session';
import { strict } from '../strict';
import type { OpenDocument } from '../workspace';

/** The color that is seen at a place, 0 to 255 a channel; none outside the canvas and where all is transparent. */
export function sampleColor(
  session: Session,
  { state }: OpenDocument,
  { x, y }: { readonly x: number; readonly y: number },
) {
  const at = { left: Math.floor(x), top: Math.floor(y), right: Math.floor(x) + 1, bottom: Math.floor(y) + 1 };
  const { width, height, mode } = state;
  if (at.left < 0 || at.top < 0 || at.right > width || at.bottom > height || mode !== 'rgb') return noColor(session);
  const { color, alpha } = session.core.composite(state, at);
  if (alpha?.[0] === 0) return noColor(session);
  const scale = state.depth === 8 ? 1 : 255 / (state.depth === 16 ? 32768 : 1);
  const [red, green, blue] = color.map((plane) => plane[0] * scale);
  return strict(session.book, 'SolidColor', {
    typename: 'SolidColor',
    rgb: strict(session.book, 'RGBColor', { red, green, blue }),
  });
}

function noColor({ book }: Session) {
  return strict(book, 'NoColor', { typename: 'NoColor' });
}
