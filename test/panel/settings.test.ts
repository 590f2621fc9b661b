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
