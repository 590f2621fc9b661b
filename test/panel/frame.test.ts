/** @jest-environment @happy-dom/jest-environment */
import { fireEvent } from '@testing-library/react';
import { defaultSettings } from '../../src/app/settings';
import { aJob, aResult } from './aState';
import { expectQuietConsole } from './quietConsole';
import { click, press, screen, showPanel, takePanelsAway, text, widget } from './showPanel';

expectQuietConsole();
afterEach(takePanelsAway);

describe('the tabs', () => {
  it('show how many results wait for a decision', () => {
    const { become } = showPanel({ results: [aResult('a'), aResult('b')] });
    expect(screen.getByRole('tab', { name: 'Results 2' }).textContent).toBe('Results2');
    become({ results: [] });
    expect(screen.getByRole('tab', { name: 'Results' }).textContent).toBe('Results');
  });

  it.each([
    ['Edit', 'edit'],
    ['Results', 'results'],
    ['Settings', 'settings'],
  ])('show %s on a click', (name, view) => {
    const { sent } = showPanel();
    click(screen.getByRole('tab', { name }));
    expect(sent).toEqual([['show', view]]);
  });

  it('are one stop for the Tab key, and arrows move between them', () => {
    const { sent } = showPanel();
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
    press('ArrowRight', { on: screen.getByRole('tab', { name: 'Edit' }) });
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Results' }));
    press('ArrowLeft', { on: screen.getByRole('tab', { name: 'Edit' }) });
    expect(sent).toEqual([
      ['show', 'results'],
      ['show', 'settings'],
    ]);
  });

  it('have a key each, with Ctrl or Cmd', () => {
    const { sent } = showPanel();
    press('1', { ctrlKey: true });
    press('2', { metaKey: true });
    press(',', { ctrlKey: true });
    expect(sent).toEqual([
      ['show', 'edit'],
      ['show', 'results'],
      ['show', 'settings'],
    ]);
  });
});

describe('the keys', () => {
  it.each(['edit', 'results', 'settings'] as const)('run the edit from %s', (view) => {
    const { sent } = showPanel({ view });
    press('Enter', { ctrlKey: true });
    press('Enter', { metaKey: true });
    expect(sent).toEqual([['run'], ['run']]);
  });

  it('run the edit while the prompt is being written', () => {
    const { sent } = showPanel();
    press('Enter', { on: widget('sp-textarea', 'Prompt'), ctrlKey: true });
    expect(sent).toEqual([['run']]);
  });

  it('cancel with Escape only while something runs', () => {
    const { sent, become } = showPanel();
    press('Escape');
    expect(sent).toEqual([]);
    become({ job: aJob({ kind: 'running', step: 'call', progress: 0 }) });
    press('Escape');
    expect(sent).toEqual([['cancel']]);
  });

  it('are silent once the panel is taken away', () => {
    const panel = showPanel();
    takePanelsAway();
    press('Enter', { ctrlKey: true });
    expect(panel.sent).toEqual([]);
  });
});

describe('a notice', () => {
  const notice = { title: 'The setting could not be kept', remedy: 'Make room on the disk, then try again.' };

  it('stands in every view until it is closed', () => {
    const { sent, become } = showPanel({ notice });
    expect(screen.getByRole('alert').textContent).toBe(`${notice.title}${notice.remedy}`);
    become({ view: 'settings' });
    expect(text()).toContain(notice.title);
    const cross = screen.getByRole('button', { name: 'Close this note' });
    click(cross);
    press('Enter', { on: cross });
    press(' ', { on: cross });
    expect(sent).toEqual([['dismissNotice'], ['dismissNotice'], ['dismissNotice']]);
  });
});

describe('the settings', () => {
  it.each([
    ['Place results automatically', { placeAutomatically: true }],
    ['Recorded actions wait for the edit', { actionsWait: false }],
  ])('send a change of “%s”', (label, change) => {
    const { sent } = showPanel({ view: 'settings' });
    const box = widget('sp-checkbox', label);
    fireEvent.change(box, { target: { checked: Object.values(change)[0] } });
    expect(sent).toEqual([['changeSettings', change]]);
  });

  it('show what the state says', () => {
    const { become } = showPanel({ view: 'settings' });
    expect(widget('sp-checkbox', 'Place results automatically').hasAttribute('checked')).toBe(false);
    expect(widget('sp-checkbox', 'Recorded actions wait for the edit').hasAttribute('checked')).toBe(true);
    become({ settings: { ...defaultSettings, placeAutomatically: true, actionsWait: false } });
    expect(widget('sp-checkbox', 'Place results automatically').hasAttribute('checked')).toBe(true);
    expect(widget('sp-checkbox', 'Recorded actions wait for the edit').hasAttribute('checked')).toBe(false);
  });
});
