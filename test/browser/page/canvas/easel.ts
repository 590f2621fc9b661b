import { canvasOf } from '../../../photoshop/model/rects';
import type { DocumentState } from '../../../photoshop/model/state';
import type { Desk } from '../desk';
import { type Gesture, startGesture } from '../select/gesture';
import { Ants } from './ants';
import { Draft } from './draft';
import { Picture } from './picture';
import { centered, fitView, type Point, type Size, toDocument, type View, zoomAt } from './view';

export interface EaselCanvases {
  readonly picture: HTMLCanvasElement;
  readonly draft: HTMLCanvasElement;
  readonly ants: HTMLCanvasElement;
}

/** The document as it is looked at and drawn upon: three canvases, one above the other. */
export class Easel {
  private readonly picture: Picture;
  private readonly draft: Draft;
  private readonly ants: Ants;
  private document: DocumentState | undefined;
  private shown: number | undefined;
  private size: Size = { width: 0, height: 0 };
  private view: View = { x: 0, y: 0, zoom: 1 };
  private isFitted = true;
  private gesture: Gesture | undefined;

  constructor(
    private readonly element: HTMLElement,
    { picture, draft, ants }: EaselCanvases,
    private readonly desk: Desk,
    private readonly zoomed: (zoom: number) => void,
  ) {
    if (!desk.core) throw new Error('The desk is not ready.');
    this.picture = new Picture(picture, desk.core, (reason) => desk.report(reason));
    this.draft = new Draft(draft);
    this.ants = new Ants(ants);
    new ResizeObserver(() => this.resize()).observe(element);
    element.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
    element.addEventListener('pointerdown', (event) => this.onDown(event));
    element.addEventListener('pointermove', (event) => this.onMove(event));
    element.addEventListener('pointerup', (event) => this.onUp(event));
    element.addEventListener('pointercancel', () => this.drop());
    element.addEventListener('pointerleave', () => this.draft.hover(undefined));
    this.resize();
  }

  show(id: number | undefined, document: DocumentState | undefined): void {
    const isOther = id !== this.shown || !sameSize(document, this.document);
    const hadSelection = this.document?.selection;
    this.shown = id;
    this.document = document;
    if (isOther) this.fit();
    else {
      this.picture.show(document, this.view);
      if (document?.selection !== hadSelection) this.ants.show(document, this.view, this.size);
    }
  }

  fit(): void {
    this.isFitted = true;
    if (this.document) this.look(fitView(this.document, this.size));
    else this.look({ x: 0, y: 0, zoom: 1 });
  }

  fullSize(): void {
    this.isFitted = false;
    if (this.document) this.look(centered(this.document, this.size, 1 / devicePixelRatio));
  }

  zoomBy(by: number, at: Point = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    this.isFitted = false;
    this.look(zoomAt(this.view, at, by));
  }

  /** Ends what is being drawn as if it had not begun. */
  drop(): void {
    this.gesture = undefined;
    this.draft.clear();
  }

  private look(view: View): void {
    this.view = view;
    this.picture.show(this.document, view);
    this.ants.show(this.document, view, this.size);
    this.draft.look(view, this.size);
    this.zoomed(view.zoom * devicePixelRatio);
  }

  private resize(): void {
    this.size = { width: this.element.clientWidth, height: this.element.clientHeight };
    this.picture.resize(this.size);
    if (this.isFitted) this.fit();
    else this.look(this.view);
  }

  private onWheel(event: WheelEvent): void {
    event.preventDefault();
    if (!this.document) return;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      this.zoomBy(Math.exp(-event.deltaY * 0.0025), this.pointOf(event));
      return;
    }
    this.isFitted = false;
    const { x, y, zoom } = this.view;
    const [dx, dy] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
    this.look({ zoom, x: x - dx, y: y - dy });
  }

  private onDown(event: PointerEvent): void {
    const { document } = this;
    if (!document || event.button > 1) return;
    this.element.setPointerCapture(event.pointerId);
    this.element.focus({ preventScroll: true });
    const { settings } = this.desk.get();
    this.gesture = startGesture(event.button === 1 ? { ...settings, tool: 'hand' } : settings, {
      canvas: canvasOf(document),
      keys: event,
      hasSelection: document.selection !== undefined,
      draft: this.draft,
      pan: (dx, dy) => this.pan(dx, dy),
      select: (area, joining, name) => this.desk.select(area, joining, name),
    });
    this.onMove(event);
  }

  private onMove(event: PointerEvent): void {
    const screen = this.pointOf(event);
    const events = event.getCoalescedEvents?.() ?? [];
    for (const one of events.length > 0 ? events : [event]) {
      const at = this.pointOf(one);
      this.gesture?.move(toDocument(this.view, at), at);
    }
    const { tool, brushSize } = this.desk.get().settings;
    this.draft.hover(
      tool === 'brush' && this.document ? { at: screen, diameter: brushSize * this.view.zoom } : undefined,
    );
  }

  private onUp(event: PointerEvent): void {
    const { gesture } = this;
    this.drop();
    const at = this.pointOf(event);
    gesture?.end(toDocument(this.view, at));
  }

  private pan(dx: number, dy: number): void {
    this.isFitted = false;
    this.look({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  private pointOf(event: MouseEvent): Point {
    const { left, top } = this.element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

function sameSize(a: Size | undefined, b: Size | undefined): boolean {
  return a?.width === b?.width && a?.height === b?.height;
}
