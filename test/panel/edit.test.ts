/** @jest-environment @happy-dom/jest-environment */
import { fireEvent } from '@testing-library/react';
import { aDocumentWithoutSelection, aDraft, aJob, aPlacedRecord, aState } from './aState';
import { expectQuietConsole } from './quietConsole';
import { click, press, screen, showPanel, takePanelsAway, text, typeInto, widget } from './showPanel';

expectQuietConsole();
afterEach(takePanelsAway);

const nothingSelected = { title: 'Nothing is selected', remedy: 'Select what should go, with any selection tool.' };

describe('what is there', () => {
  it('names the document with its depth and profile', () => {
    showPanel();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('meadow.psd');
    expect(text()).toContain('16 bit · Adobe RGB');
  });

  it('says that no document is open', () => {
    showPanel({ document: undefined, offer: { kind: 'blocked', why: nothingSelected } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No document');
  });

  it('says how large picture and selection are, and what the model would see', () => {
    showPanel();
    expect(text()).toContain('Picture6000 × 4000 px');
    expect(text()).toContain('Selection412 × 605 px');
    expect(text()).toContain('Model sees784 × 1168 px');
  });

  it('keeps the lines where they are when nothing is selected', () => {
    showPanel({ document: aDocumentWithoutSelection, offer: { kind: 'blocked', why: nothingSelected } });
    expect(text()).toContain('SelectionNothing selected');
    expect(text()).toContain('Model sees–');
  });
});

describe('the operation', () => {
  it('is marked as proposed for a selection, in words too', () => {
    showPanel();
    const segment = screen.getByRole('radio', { name: 'Remove' });
    expect(segment.getAttribute('aria-checked')).toBe('true');
    expect(segment.querySelector('.proposed')).not.toBeNull();
    expect(text()).toContain('Proposed for a selection');
  });

  it('says that it needs a selection where there is none', () => {
    showPanel({ document: aDocumentWithoutSelection, proposal: { operation: 'instruct', because: 'nothing' } });
    expect(text()).toContain('Needs a selection');
    expect(screen.getByRole('radio', { name: 'Remove' }).querySelector('.proposed')).toBeNull();
    expect(screen.getByRole('radio', { name: 'Instruct' }).querySelector('.proposed')).not.toBeNull();
  });

  it('is chosen with one click', () => {
    const { sent } = showPanel();
    click(screen.getByRole('radio', { name: 'Inpaint' }));
    expect(sent).toEqual([['changeDraft', { operation: 'inpaint' }]]);
  });

  it('has more of them behind one button, each with what it does', () => {
    const { sent, become } = showPanel();
    click(screen.getByRole('radio', { name: 'More' }));
    expect(text()).toContain('Puts the reference where you selected');
    click(screen.getByRole('button', { name: 'Style' }));
    expect(sent).toEqual([['changeDraft', { operation: 'style' }]]);
    become({ draft: aDraft({ operation: 'style' }) });
    expect(screen.getByRole('radio', { name: 'Style' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.queryByRole('radio', { name: 'More' })).toBeNull();
  });
});

describe('the prompt', () => {
  it('is said not to be needed for remove', () => {
    showPanel();
    expect(text()).toContain('Not needed for Remove');
  });

  it('is sent as it is typed', () => {
    const { sent } = showPanel();
    typeInto(widget('sp-textarea', 'Prompt'), 'grass');
    expect(sent).toEqual([['changeDraft', { prompt: 'grass' }]]);
  });

  it('shows what the state says', () => {
    const { become } = showPanel();
    become({ draft: aDraft({ prompt: 'wet stone' }) });
    expect(widget('sp-textarea', 'Prompt')).toHaveProperty('value', 'wet stone');
  });
});

describe('grow and feather', () => {
  it('stand in their fields with their unit', () => {
    showPanel();
    expect(widget('sp-textfield', 'Grow')).toHaveProperty('value', '8 px');
    expect(widget('sp-textfield', 'Feather')).toHaveProperty('value', '6 px');
  });

  it.each([
    ['ArrowUp', false, 9],
    ['ArrowDown', false, 7],
    ['ArrowUp', true, 18],
    ['ArrowDown', true, 0],
  ])('step with %s, Shift held: %s', (key, shiftKey, grow) => {
    const { sent } = showPanel();
    press(key, { on: widget('sp-textfield', 'Grow'), shiftKey });
    expect(sent).toEqual([['changeDraft', { grow }]]);
  });

  it('do not step beyond their range', () => {
    const { sent } = showPanel({
      draft: aDraft({ grow: 256, feather: 0 }),
    });
    press('ArrowUp', { on: widget('sp-textfield', 'Grow') });
    press('ArrowDown', { on: widget('sp-textfield', 'Feather') });
    expect(sent).toEqual([]);
  });

  it.each(['12', '12 px', ' 12px '])('take “%s” on Enter', (typed) => {
    const { sent } = showPanel();
    const field = widget('sp-textfield', 'Feather');
    typeInto(field, typed);
    expect(sent).toEqual([]);
    press('Enter', { on: field });
    expect(sent).toEqual([['changeDraft', { feather: 12 }]]);
  });

  it('take what was typed when the field is left', () => {
    const { sent } = showPanel();
    const field = widget('sp-textfield', 'Grow');
    typeInto(field, '20');
    fireEvent.blur(field);
    expect(sent).toEqual([['changeDraft', { grow: 20 }]]);
  });

  it('are taken before the edit is run by its key', () => {
    const { sent } = showPanel();
    const field = widget('sp-textfield', 'Grow');
    typeInto(field, '20');
    press('Enter', { on: field, ctrlKey: true });
    expect(sent).toEqual([['changeDraft', { grow: 20 }], ['run']]);
  });

  it('keep the edit from running while they are not understood', () => {
    const { sent } = showPanel();
    const field = widget('sp-textfield', 'Grow');
    typeInto(field, 'wide');
    press('Enter', { on: field, ctrlKey: true });
    expect(sent).toEqual([]);
  });

  it('are restored by Escape, which cancels nothing then', () => {
    const { sent } = showPanel({ job: aJob({ kind: 'running', step: 'call', progress: 0 }) });
    const field = widget('sp-textfield', 'Grow');
    typeInto(field, '20');
    press('Escape', { on: field });
    expect(field).toHaveProperty('value', '8 px');
    expect(sent).toEqual([]);
  });

  it.each(['257', '-3', 'wide', '1.5', ''])('do not take “%s” and say what they take', (typed) => {
    const { sent } = showPanel();
    const field = widget('sp-textfield', 'Grow');
    typeInto(field, typed);
    press('Enter', { on: field });
    expect(field.hasAttribute('invalid')).toBe(true);
    expect(text()).toContain('Type a whole number from 0 to 256.');
    fireEvent.blur(field);
    expect(field).toHaveProperty('value', '8 px');
    expect(field.hasAttribute('invalid')).toBe(false);
    expect(sent).toEqual([]);
  });
});

describe('what is added to the prompt', () => {
  const keep = { helper: 'keep', text: 'Change nothing else.', unedited: 'Change nothing else.' } as const;

  it('is shown in full, and can be changed', () => {
    const { sent } = showPanel({ offer: { ...showReady, additions: [keep] } });
    expect(text()).toContain('Change nothing else.');
    click(widget('sp-action-button', 'Edit'));
    const field = widget('sp-textarea', 'Keep everything else');
    expect(field).toHaveProperty('value', 'Change nothing else.');
    typeInto(field, 'Keep the hat.');
    const edited = { keep: { instead: 'Change nothing else.', text: 'Keep the hat.' } };
    expect(sent).toEqual([['changeDraft', { helpers: edited }]]);
  });

  it('is left out where all its words are taken away', () => {
    const { sent } = showPanel({ offer: { ...showReady, additions: [keep] } });
    click(widget('sp-action-button', 'Edit'));
    typeInto(widget('sp-textarea', 'Keep everything else'), '');
    expect(sent).toEqual([['changeDraft', { helpers: { keep: '' } }]]);
  });

  it('can be left out, and put back', () => {
    const { sent, become } = showPanel({ offer: { ...showReady, additions: [keep] } });
    const chip = () => screen.getByRole('button', { name: 'Keep everything else' });
    expect(chip().getAttribute('aria-pressed')).toBe('true');
    click(chip());
    become({ draft: { ...aState().draft, helpers: { keep: '' } }, offer: showReady });
    expect(chip().getAttribute('aria-pressed')).toBe('false');
    click(chip());
    expect(sent).toEqual([
      ['changeDraft', { helpers: { keep: '' } }],
      ['changeDraft', { helpers: { keep: undefined } }],
    ]);
  });

  it('can be measured where light or grade are told, and only there', () => {
    const light = { helper: 'light', text: 'Light it like the rest.', unedited: 'Light it like the rest.' } as const;
    const { sent, become } = showPanel({ offer: { ...showReady, additions: [light, keep] } });
    click(widget('sp-action-button', 'Read light and grade'));
    expect(sent).toEqual([['readLook']]);
    become({ offer: { ...showReady, additions: [keep] } });
    expect(text()).not.toContain('Read light and grade');
  });

  it('takes no room where nothing is added', () => {
    showPanel();
    expect(text()).not.toContain('Added for the model');
  });
});

describe('the foot', () => {
  it('shows model, reason, scale and price before Run', () => {
    showPanel();
    for (const words of ['Inlay Local', 'Works offline · native', 'Free']) expect(text()).toContain(words);
    expect(widget('sp-button', 'Run · free').hasAttribute('disabled')).toBe(false);
  });

  it('runs on a click', () => {
    const { sent } = showPanel();
    click(widget('sp-button', 'Run · free'));
    expect(sent).toEqual([['run']]);
  });

  it('says why nothing can be run and what to do, and runs nothing', () => {
    const { sent } = showPanel({ offer: { kind: 'blocked', why: nothingSelected } });
    expect(text()).toContain(nothingSelected.title);
    expect(text()).toContain(nothingSelected.remedy);
    const run = widget('sp-button', 'Run');
    expect(run.hasAttribute('disabled')).toBe(true);
    click(run);
    press('Enter', { ctrlKey: true });
    expect(sent).toEqual([]);
  });

  it('lets Run be pressed again as soon as the obstacle is gone', () => {
    const { become } = showPanel({ offer: { kind: 'blocked', why: nothingSelected } });
    become({ offer: showReady });
    expect(widget('sp-button', 'Run · $0.045').hasAttribute('disabled')).toBe(false);
  });

  it('names the runner-up, and lets another model be chosen with one click', () => {
    const { sent } = showPanel({ offer: withChoices });
    expect(text()).toContain('Runner-up: FLUX.2 Max, $0.10');
    click(widget('sp-action-button', 'Change'));
    expect(text()).toContain('There is no key for fal.');
    click(screen.getByRole('button', { name: 'FLUX.2 Max' }));
    expect(sent).toEqual([['chooseModel', 'flux-2-max']]);
    expect(text()).not.toContain('There is no key for fal.');
  });

  it('cannot choose what lacks a key', () => {
    showPanel({ offer: withChoices });
    click(widget('sp-action-button', 'Change'));
    expect(screen.queryByRole('button', { name: 'FLUX.2 Pro (fal)' })).toBeNull();
  });

  it('keeps a model for an operation for good', () => {
    const { sent } = showPanel({ offer: withChoices });
    click(widget('sp-action-button', 'Change'));
    click(screen.getByRole('button', { name: 'Always Another model for Remove' }));
    expect(sent).toEqual([['pinModel', 'another']]);
  });

  it('leads to the settings where a key is missing', () => {
    const why = { title: 'There is no key', remedy: 'Enter one in Settings.', action: 'settings' } as const;
    const { sent } = showPanel({ offer: { kind: 'blocked', why } });
    click(widget('sp-action-button', 'Settings'));
    expect(sent).toEqual([['show', 'settings']]);
  });

  it('gives the choice back to Inlay, also where the chosen model stands in the way', () => {
    const draft = { ...aState().draft, model: 'flux-2-max' };
    const { sent, become } = showPanel({ draft, offer: withChoices });
    click(widget('sp-action-button', 'Change'));
    click(screen.getByRole('button', { name: 'Let Inlay choose' }));
    become({ offer: { kind: 'blocked', why: nothingSelected } });
    click(widget('sp-action-button', 'Let Inlay choose'));
    expect(sent).toEqual([
      ['chooseModel', 'auto'],
      ['chooseModel', 'auto'],
    ]);
  });

  it('shows the running edit instead of running a second one', () => {
    const { sent } = showPanel({ offer: { kind: 'running' } });
    expect(widget('sp-button', 'Run').hasAttribute('disabled')).toBe(true);
    click(widget('sp-action-button', 'Show'));
    expect(sent).toEqual([['show', 'results']]);
  });
});

const showReady = {
  kind: 'ready',
  model: 'Another model',
  modelId: 'another',
  pinned: 'no',
  reason: 'Precise under a mask',
  price: '$0.045',
  priceEach: '$0.045',
  scale: '0.62×',
  additions: [],
  runnerUp: undefined,
  choices: [],
  sent: { width: 10, height: 10 },
} as const;

describe('references', () => {
  const bottle = { from: { kind: 'layer', name: 'Bottle' }, role: 'product' } as const;
  const face = { from: { kind: 'file', name: 'face.png', token: 't' }, role: 'identity' } as const;
  const withBoth = { draft: aDraft({ operation: 'replace', references: [bottle, face] }) } as const;

  it('are rows in the order of the prompt, with name, origin and role', () => {
    showPanel(withBoth);
    expect(text()).toContain('1BottleLayerProduct');
    expect(text()).toContain('2face.pngFileIdentity');
  });

  it('are no part of Remove', () => {
    showPanel();
    expect(text()).not.toContain('References');
  });

  it('are added from what is open, or from a file', () => {
    const showable = [{ from: { kind: 'layer', name: 'Bottle' }, kind: 'group' }] as const;
    const { sent } = showPanel({ draft: aDraft({ operation: 'replace' }), showable });
    click(widget('sp-action-button', 'Add'));
    click(screen.getByRole('button', { name: 'Bottle' }));
    click(widget('sp-action-button', 'Add'));
    click(screen.getByRole('button', { name: 'File…' }));
    expect(sent).toEqual([
      ['lookForPictures'],
      ['addReference', { kind: 'layer', name: 'Bottle' }],
      ['lookForPictures'],
      ['addFile'],
    ]);
  });

  it('take another role, and are removed', () => {
    const { sent } = showPanel(withBoth);
    click(screen.getByRole('button', { name: 'Role of image 1: Product' }));
    click(screen.getByRole('button', { name: 'Style' }));
    click(screen.getByRole('button', { name: 'Remove image 2' }));
    expect(sent).toEqual([
      ['changeDraft', { references: [{ ...bottle, role: 'style' }, face] }],
      ['changeDraft', { references: [bottle] }],
    ]);
  });

  it('are moved by Alt with Up and Down, never beyond the ends', () => {
    const { sent } = showPanel(withBoth);
    const role = screen.getByRole('button', { name: 'Role of image 2: Identity' });
    press('ArrowUp', { on: role, altKey: true });
    press('ArrowDown', { on: role, altKey: true });
    expect(sent).toEqual([['changeDraft', { references: [face, bottle] }]]);
  });
});

describe('variants and seed', () => {
  it('are chosen in one menu', () => {
    const { sent } = showPanel();
    click(screen.getByRole('button', { name: 'Variants: 1 variant' }));
    const seed = widget('sp-textfield', 'Seed');
    expect(seed).toHaveProperty('value', '');
    typeInto(seed, '42');
    press('Enter', { on: seed });
    click(screen.getByRole('button', { name: '3 variants' }));
    expect(sent).toEqual([
      ['changeDraft', { seed: 42 }],
      ['changeDraft', { variants: 3 }],
    ]);
  });

  it('go back to another seed for each run where the field is emptied', () => {
    const { sent } = showPanel({ draft: aDraft({ seed: 42 }) });
    click(screen.getByRole('button', { name: 'Variants: 1 variant' }));
    typeInto(widget('sp-textfield', 'Seed'), ' ');
    press('Enter', { on: widget('sp-textfield', 'Seed') });
    expect(sent).toEqual([['changeDraft', { seed: undefined }]]);
  });

  it('show the price of one, and of all on the button', () => {
    showPanel({ draft: aDraft({ variants: 3 }), offer: { ...showReady, price: '$0.135' } });
    expect(text()).toContain('$0.045 each');
    expect(widget('sp-button', 'Run · $0.135')).toBeDefined();
  });
});

describe('the strength', () => {
  it('is asked for with a style alone, in hundredths', () => {
    const { sent, become } = showPanel();
    expect(text()).not.toContain('Strength');
    become({ draft: aDraft({ operation: 'style', strength: 0.7 }) });
    const field = widget('sp-textfield', 'Strength');
    expect(field).toHaveProperty('value', '70 %');
    typeInto(field, '65');
    press('Enter', { on: field });
    fireEvent.input(Object.assign(widget('sp-slider', 'Strength'), { value: 80 }));
    expect(sent).toEqual([
      ['changeDraft', { strength: 0.65 }],
      ['changeDraft', { strength: 0.8 }],
    ]);
  });
});

describe('the guidance', () => {
  it('stands until the first edit', () => {
    const { become } = showPanel();
    expect(text()).toContain('Works offline now');
    expect(text()).toContain('Select what should go. Any selection tool works.');
    become({ job: aJob({ kind: 'cancelled' }) });
    expect(text()).not.toContain('Works offline now');
  });

  it('is not shown to whoever has placed something', () => {
    showPanel({ placed: [aPlacedRecord] });
    expect(text()).not.toContain('Works offline now');
  });
});

const max = { id: 'flux-2-max', label: 'FLUX.2 Max', price: '$0.10', note: 'As good.', state: 'enabled' } as const;
const withChoices = {
  ...showReady,
  runnerUp: max,
  choices: [
    max,
    {
      id: 'fal-ai/flux-2-pro/edit',
      label: 'FLUX.2 Pro (fal)',
      price: '$0.045',
      note: 'There is no key for fal.',
      state: 'disabled',
    },
  ],
} as const;
