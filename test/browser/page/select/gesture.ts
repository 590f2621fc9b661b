import type { Rect } from '../../../photoshop/model/state';
import type { Draft } from '../canvas/draft';
import type { Point } from '../canvas/view';
import type { Settings, Tool } from '../settings';
import type { Area, Joining } from './area';
import { polygonArea, rectangleArea } from './polygon';
import { Stroke } from './stroke';

/** What one press of the pointer does until it is let go. */
export interface Gesture {
  readonly move: (document: Point, screen: Point) => void;
  readonly end: (document: Point) => void;
}

export interface GestureHelp {
  readonly canvas: Rect;
  readonly keys: { readonly shiftKey: boolean; readonly altKey: boolean };
  readonly hasSelection: boolean;
  readonly draft: Draft;
  readonly pan: (dx: number, dy: number) => void;
  readonly select: (area: Area | undefined, joining: Joining, name: string) => void;
}

/** Shift adds, Alt takes away; the brush adds by itself. */
export function startGesture(settings: Settings, help: GestureHelp): Gesture {
  return gestures[settings.tool](settings, help);
}

const gestures: Readonly<Record<Tool, (settings: Settings, help: GestureHelp) => Gesture>> = {
  hand(_, { pan }) {
    let last: Point | undefined;
    return {
      move(_document, screen) {
        if (last) pan(screen.x - last.x, screen.y - last.y);
        last = screen;
      },
      end: () => {},
    };
  },
  rectangle(_, { canvas, keys, draft, select }) {
    let start: Point | undefined;
    return {
      move(to) {
        start ??= to;
        draft.outline([start, { x: to.x, y: start.y }, to, { x: start.x, y: to.y }]);
      },
      end(to) {
        const area = rectangleArea(start ?? to, to, canvas.right, canvas.bottom);
        select(area, joiningOf(keys), 'Rectangular Marquee');
      },
    };
  },
  lasso(_, { canvas, keys, draft, select }) {
    const corners: Point[] = [];
    const within = ({ x, y }: Point) => ({
      x: Math.min(canvas.right, Math.max(0, x)),
      y: Math.min(canvas.bottom, Math.max(0, y)),
    });
    return {
      move(to) {
        corners.push(within(to));
        draft.outline([...corners]);
      },
      end: () => select(corners.length > 2 ? polygonArea(corners) : undefined, joiningOf(keys), 'Lasso'),
    };
  },
  brush({ brushSize, brushHardness }, { canvas, keys, draft, select, hasSelection }) {
    const stroke = new Stroke(canvas, { diameter: brushSize, hardness: brushHardness / 100 });
    const size = { width: canvas.right, height: canvas.bottom };
    return {
      move(to) {
        const drawn = stroke.area(stroke.to(to));
        if (drawn) draft.veil(drawn, size);
      },
      end() {
        const joining = keys.altKey ? 'subtract' : 'add';
        select(stroke.area(), joining === 'add' && !hasSelection ? 'replace' : joining, 'Selection Brush');
      },
    };
  },
};

function joiningOf({ shiftKey, altKey }: GestureHelp['keys']): Joining {
  if (shiftKey) return 'add';
  return altKey ? 'subtract' : 'replace';
}
