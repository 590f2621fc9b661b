/** @jest-environment @happy-dom/jest-environment */
import { fireEvent } from '@testing-library/react';
import type { Service } from '../../src/app/state';
import { aState } from './aState';
import { expectQuietConsole } from './quietConsole';
import { click, press, screen, showPanel, takePanelsAway, text, typeInto, widget } from './showPanel';

expectQuietConsole();
afterEach(takePanelsAway);

describe('what Inlay learned', () => {
  it('can be looked at and forgotten', () => {
    const learned = [{ model: 'FLUX.2 Pro', wishes: 'wardrobe changes', kept: 9, results: 11 }];
    const { sent } = showPanel({ view: 'settings', learned });
    expect(text()).toContain('FLUX.2 Pro · wardrobe changes');
    expect(text()).toContain('9 of 11 kept');
    click(widget('sp-action-button', 'Forget it'));
    expect(sent).toEqual([['forgetLearned']]);
  });

  it('is nothing at first', () => {
    showPanel({ view: 'settings' });
    expect(text()).toContain('Nothing yet.');
    expect(() => widget('sp-action-button', 'Forget it')).toThrow();
  });
});

describe('the list of models', () => {
  it('can come from a file, and goes back to the built-in one', () => {
    const { sent, become } = showPanel({ view: 'settings' });
    click(widget('sp-action-button', 'Import a list'));
    expect(() => widget('sp-action-button', 'Use the built-in list')).toThrow();
    become({ catalog: 'file' });
    click(widget('sp-action-button', 'Use the built-in list'));
    expect(sent).toEqual([['importCatalog'], ['restoreCatalog']]);
  });
});

const bfl: Service = {
  id: 'bfl',
  label: 'Black Forest Labs',
  needs: 'required',
  key: 'none',
  ending: '',
  address: '',
  usualAddress: 'https://api.bfl.ai',
  preset: '',
  presets: [],
  through: undefined,
};
const own: Service = {
  ...bfl,
  ...{ id: 'comfyui', label: 'ComfyUI', needs: 'own', usualAddress: 'http://127.0.0.1:8188' },
};

describe('a key', () => {
  it('is typed, saved and forgotten by the field; masked where nobody types', () => {
    const { sent } = showPanel({ view: 'settings', services: [bfl] });
    expect(text()).toContain('No key');
    click(widget('sp-action-button', 'Add'));
    const field = widget('sp-textfield', 'Key of Black Forest Labs');
    fireEvent.focus(field);
    expect(field.getAttribute('type')).toBe('text');
    typeInto(field, ' secret ');
    fireEvent.blur(field);
    expect(field.getAttribute('type')).toBe('password');
    click(widget('sp-action-button', 'Save'));
    expect(sent).toEqual([['saveKey', 'bfl', 'secret']]);
    expect(field).toHaveProperty('value', '');
  });

  it('is known by its end, and can be removed', () => {
    const { sent } = showPanel({ view: 'settings', services: [{ ...bfl, key: 'kept', ending: '4f2a' }] });
    expect(text()).toContain('•••• 4f2a');
    click(screen.getByRole('button', { name: 'Key and address of Black Forest Labs' }));
    click(widget('sp-action-button', 'Remove the key'));
    expect(sent).toEqual([['removeKey', 'bfl']]);
  });

  it('that Photoshop has lost is missed', () => {
    showPanel({ view: 'settings', services: [{ ...bfl, key: 'lost' }] });
    expect(text()).toContain('Photoshop has lost this key. Enter it again.');
  });
});

describe('the address of a server', () => {
  it('is taken over with one click where it is the usual one', () => {
    const { sent } = showPanel({ view: 'settings', services: [own] });
    click(widget('sp-action-button', 'Add'));
    click(widget('sp-action-button', 'Use 127.0.0.1:8188'));
    expect(sent).toEqual([['changeSettings', { endpoints: { comfyui: 'http://127.0.0.1:8188' } }]]);
  });

  it('is taken without a slash at its end, and no other text is', () => {
    const { sent } = showPanel({ view: 'settings', services: [own] });
    click(widget('sp-action-button', 'Add'));
    const field = widget('sp-textfield', 'Address of ComfyUI');
    typeInto(field, 'my server');
    press('Enter', { on: field });
    expect(text()).toContain('Type an address such as http://127.0.0.1:8188.');
    typeInto(field, 'http://studio:8188/');
    press('Enter', { on: field });
    expect(sent).toEqual([['changeSettings', { endpoints: { comfyui: 'http://studio:8188' } }]]);
  });

  it('says which kind of server stands there, where there are several', () => {
    const gateway = { ...bfl, presets: [{ id: 'localai', label: 'LocalAI' }] };
    const { sent } = showPanel({ view: 'settings', services: [gateway] });
    click(widget('sp-action-button', 'Add'));
    click(screen.getByRole('button', { name: 'Server: Black Forest Labs' }));
    click(screen.getByRole('button', { name: 'LocalAI' }));
    expect(sent).toEqual([['changeSettings', { presets: { bfl: 'localai' } }]]);
  });
});

describe('how models are chosen', () => {
  it('is one of four ways', () => {
    const { sent } = showPanel({ view: 'settings' });
    click(screen.getByRole('button', { name: 'Choose models by: Best result' }));
    click(screen.getByRole('button', { name: 'Price' }));
    expect(sent).toEqual([['changeSettings', { policy: 'cheapest' }]]);
  });
});

describe('spending', () => {
  it('says that the ledger is damaged instead of sums, and lets a new one begin', () => {
    const spending = { ledger: 'damaged', day: 0, month: 0, client: 0, unsure: 0 } as const;
    const { sent } = showPanel({ view: 'settings', spending });
    expect(text()).toContain('The ledger cannot be read');
    expect(text()).not.toContain('This month');
    click(widget('sp-action-button', 'Begin a new ledger'));
    expect(sent).toEqual([['beginLedger']]);
  });

  it('is shown against its limits', () => {
    const settings = { ...aState().settings, client: 'Nordal', caps: { day: 25 } };
    const spending = { ledger: 'kept', day: 3.42, month: 66.16, client: 61.8, unsure: 0.04 } as const;
    showPanel({ view: 'settings', settings, spending });
    for (const words of ['Today$3.42 of $25.00', 'Nordal$61.80', 'This month$66.16', '$0.04 of this month may not']) {
      expect(text()).toContain(words);
    }
  });

  it('has limits that are amounts of dollars, or none', () => {
    const { sent } = showPanel({ view: 'settings' });
    const field = widget('sp-textfield', 'Limit: Day');
    typeInto(field, '$12,5');
    press('Enter', { on: field });
    typeInto(field, 'much');
    press('Enter', { on: field });
    expect(field.hasAttribute('invalid')).toBe(true);
    expect(sent).toEqual([['changeSettings', { caps: { day: 12.5 } }]]);
  });
});
