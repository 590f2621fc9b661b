/** @jest-environment @happy-dom/jest-environment */
import { expectQuietConsole } from './quietConsole';
import { click, showPanel, takePanelsAway, text, widget } from './showPanel';

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
