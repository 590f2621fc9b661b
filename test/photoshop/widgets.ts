/**
 * UXP's built-in widgets as elements of a document that lacks them. Setting a property tells nobody; what a person does
 * tells by `input` and `change`, which do not bubble (UXP's interactive elements keep most events to themselves), and by
 * `click`, which does. A disabled widget swallows clicks, also those on what it contains.
 */
export function attachWidgets({ HTMLElement, Event, customElements }: WidgetWindow): void {
  const widgets = createWidgets(HTMLElement, (type) => new Event(type));
  for (const [tag, widget] of Object.entries(widgets)) customElements.define(tag, widget);
}

/** The part of a window that the widgets are made with. */
export interface WidgetWindow {
  readonly HTMLElement: typeof HTMLElement;
  readonly Event: typeof Event;
  readonly customElements: Pick<CustomElementRegistry, 'define'>;
}

function createWidgets(Base: typeof HTMLElement, eventOf: (type: string) => Event) {
  class Widget extends Base {
    constructor() {
      super();
      this.addEventListener('click', (event) => this.beforeClick(event), true);
      this.addEventListener('keydown', (event) => this.onKey(event));
    }

    get disabled(): boolean {
      return this.hasAttribute('disabled');
    }

    set disabled(disabled: boolean) {
      this.toggleAttribute('disabled', disabled);
    }

    /** What the widget itself does when it is clicked. */
    protected onClick(): void {}

    /** Tells what a person has done. */
    protected tell(...types: readonly string[]): void {
      for (const type of types) this.dispatchEvent(eventOf(type));
    }

    protected numberOf(attribute: string, otherwise: number): number {
      const value = Number.parseFloat(this.getAttribute(attribute) ?? '');
      return Number.isFinite(value) ? value : otherwise;
    }

    private beforeClick(event: Event): void {
      if (this.disabled) event.stopImmediatePropagation();
      else this.onClick();
    }

    private onKey(event: KeyboardEvent): void {
      if (this.pressedBy.includes(event.key)) this.click();
    }

    /** The keys that press it. */
    protected get pressedBy(): readonly string[] {
      return [];
    }
  }

  class Button extends Widget {
    protected override get pressedBy(): readonly string[] {
      return ['Enter', ' '];
    }
  }

  class Checkbox extends Widget {
    get checked(): boolean {
      return this.hasAttribute('checked');
    }

    set checked(checked: boolean) {
      this.toggleAttribute('checked', checked);
    }

    get indeterminate(): boolean {
      return this.hasAttribute('indeterminate');
    }

    set indeterminate(indeterminate: boolean) {
      this.toggleAttribute('indeterminate', indeterminate);
    }

    protected override onClick(): void {
      this.indeterminate = false;
      this.checked = !this.checked;
      this.tell('input', 'change');
    }

    protected override get pressedBy(): readonly string[] {
      return [' '];
    }
  }

  class TextField extends Widget {
    get value(): string {
      return this.getAttribute('value') ?? '';
    }

    set value(value: string | number) {
      this.setAttribute('value', String(value));
    }

    get placeholder(): string {
      return this.getAttribute('placeholder') ?? '';
    }

    set placeholder(placeholder: string) {
      this.setAttribute('placeholder', placeholder);
    }

    get type(): string {
      return this.getAttribute('type') ?? 'text';
    }

    set type(type: string) {
      this.setAttribute('type', type);
    }
  }

  class Slider extends Widget {
    get min(): number {
      return this.numberOf('min', 0);
    }

    set min(min: number) {
      this.setAttribute('min', String(min));
    }

    get max(): number {
      return this.numberOf('max', 100);
    }

    set max(max: number) {
      this.setAttribute('max', String(max));
    }

    /** Never outside the two ends. */
    get value(): number {
      return Math.min(Math.max(this.numberOf('value', this.min), this.min), this.max);
    }

    set value(value: number) {
      this.setAttribute('value', String(value));
    }
  }

  class ProgressBar extends Widget {
    get max(): number {
      return this.numberOf('max', 100);
    }

    set max(max: number) {
      this.setAttribute('max', String(max));
    }

    get value(): number {
      return Math.min(Math.max(this.numberOf('value', 0), 0), this.max);
    }

    set value(value: number) {
      this.setAttribute('value', String(value));
    }
  }

  // A class can be registered once: widgets of one kind need one each.
  return {
    'sp-button': Button,
    'sp-action-button': class extends Button {},
    'sp-checkbox': Checkbox,
    'sp-textfield': TextField,
    'sp-textarea': class extends TextField {},
    'sp-slider': Slider,
    'sp-progressbar': ProgressBar,
  };
}
