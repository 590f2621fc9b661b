/** @jest-environment @happy-dom/jest-environment */
import { drag, press, type } from './person';
import { attachWidgets } from './widgets';

beforeAll(() => attachWidgets(window));

/** A widget in the page, and the events that came from it. */
function show<T extends object>(markup: string) {
  document.body.innerHTML = markup;
  const element = document.body.firstElementChild as HTMLElement & T;
  const events: string[] = [];
  for (const name of ['click', 'input', 'change']) element.addEventListener(name, () => events.push(name));
  return { element, events };
}

it('clicks an enabled button, by mouse and keyboard', () => {
  const { element, events } = show('<sp-button>Run</sp-button>');
  press(element);
  element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  expect(events).toEqual(['click', 'click']);
});

it.each(['sp-button', 'sp-action-button', 'sp-checkbox'])(
  'swallows clicks on a disabled %s and on what it holds',
  (tag) => {
    const { element, events } = show<{ disabled: boolean; checked?: boolean }>(`<${tag}><b>x</b></${tag}>`);
    element.disabled = true;
    press(element);
    element.querySelector('b')?.click();
    expect(events).toEqual([]);
    expect(element.hasAttribute('checked')).toBe(false);
    element.disabled = false;
    press(element);
    expect(events).toContain('click');
  },
);

it('toggles a checkbox before it tells', () => {
  const { element, events } = show<{ checked: boolean }>('<sp-checkbox>Soft</sp-checkbox>');
  const seen: boolean[] = [];
  element.addEventListener('change', () => seen.push(element.checked));
  press(element);
  press(element);
  expect(seen).toEqual([true, false]);
  expect(events).toEqual(['input', 'change', 'click', 'input', 'change', 'click']);
});

it('types letter by letter, and tells of the change once', () => {
  const { element, events } = show<{ value: string }>('<sp-textarea value="old"></sp-textarea>');
  expect(element.value).toBe('old');
  type(element, 'new');
  expect(element.value).toBe('new');
  expect(events).toEqual(['input', 'input', 'input', 'change']);
});

it('takes nothing into a disabled field', () => {
  const { element, events } = show<{ value: string }>('<sp-textfield disabled value="old"></sp-textfield>');
  type(element, 'new');
  expect(element.value).toBe('old');
  expect(events).toEqual([]);
});

it('keeps a slider between its ends', () => {
  const { element, events } = show<{ value: number }>('<sp-slider min="2" max="20" value="6"></sp-slider>');
  drag(element, 50);
  expect(element.value).toBe(20);
  expect(events).toEqual(['input', 'input', 'change']);
});

it('tells nobody of a property that was set', () => {
  const { element, events } = show<{ value: number }>('<sp-progressbar max="1" value="0"></sp-progressbar>');
  element.value = 0.5;
  expect(element.value).toBe(0.5);
  expect(events).toEqual([]);
});

it('keeps input and change to the widget, as UXP does', () => {
  const { element } = show<{ value: string }>('<sp-textfield></sp-textfield>');
  const heard = jest.fn();
  for (const name of ['input', 'change']) document.body.addEventListener(name, heard);
  type(element, 'x');
  expect(heard).not.toHaveBeenCalled();
});
