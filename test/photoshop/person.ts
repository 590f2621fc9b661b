/** What a person at the panel does: like real hands, these cannot press what is disabled. */

/** Clicks an element. */
export function press(element: HTMLElement): void {
  for (const type of ['mousedown', 'mouseup']) tell(element, type);
  element.click();
}

/** Replaces a field's text, letter by letter, and leaves the field. */
export function type(field: HTMLElement & { value: unknown }, text: string): void {
  if (field.hasAttribute('disabled')) return;
  field.focus();
  for (let length = 1; length <= text.length; length++) enter(field, text.slice(0, length));
  if (text === '') enter(field, '');
  tell(field, 'change');
  field.blur();
}

/** Drags a slider's handle from where it is to a value, by way of half the distance. */
export function drag(slider: HTMLElement & { value: number }, value: number): void {
  if (slider.hasAttribute('disabled')) return;
  enter(slider, Math.round((slider.value + value) / 2));
  enter(slider, value);
  tell(slider, 'change');
}

function enter<T>(field: HTMLElement & { value: T }, value: T): void {
  field.value = value;
  tell(field, 'input');
}

/** UXP's fields keep their events to themselves; the mouse's bubble. */
function tell(element: HTMLElement, type: string): void {
  const { Event } = element.ownerDocument.defaultView ?? globalThis;
  element.dispatchEvent(new Event(type, { bubbles: type.startsWith('mouse') }));
}
