/** @jest-environment @happy-dom/jest-environment */
import { fireEvent } from '@testing-library/react';
import { steps } from '../../src/app/state';
import { InlayError } from '../../src/base/errors';
import { shareOfJob } from '../../src/panel/results/shareOfJob';
import { aJob, aPlacedRecord, aResult, ready } from './aState';
import { expectQuietConsole } from './quietConsole';
import { click, press, release, screen, showPanel, takePanelsAway, text, widget } from './showPanel';

expectQuietConsole();
afterEach(takePanelsAway);

const running = aJob({ kind: 'running', step: 'call', progress: 0.58 }, [
  { step: 'survey', milliseconds: 20 },
  { step: 'plan', milliseconds: 80 },
  { step: 'capture', milliseconds: 400 },
  { step: 'call', milliseconds: 12_300 },
]);

describe('a running job', () => {
  it('shows how far it is and how long it took so far', () => {
    showPanel({ view: 'results', job: running });
    expect(text()).toContain('Remove · meadow.psd');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('54');
    expect(text()).toContain('About 54 % done');
    expect(text()).toContain('13 s elapsed');
  });

  it('shows its place where it waits with a service', () => {
    showPanel({ view: 'results', job: aJob({ kind: 'running', step: 'call', progress: 0, place: 3 }) });
    expect(text()).toContain('Place 3 in the queue');
  });

  it('shows each step with its time', () => {
    showPanel({ view: 'results', job: running });
    expect(text()).toContain('Look at the documentunder 0.1 s');
    expect(text()).toContain('Read the picture0.4 s');
    expect(text()).toContain('Model is working12 s');
    expect(screen.getByText('Model is working').className).toContain('step-current');
    expect(screen.getByText('Match color').className).toContain('step-ahead');
    expect(screen.getByText('Read the picture').className).toContain('step-done');
  });

  it('counts placing among the steps only where the job itself places', () => {
    const { become } = showPanel({ view: 'results', job: running });
    expect(screen.queryByText('Place the layer')).toBeNull();
    become({ job: aJob({ kind: 'running', step: 'place', progress: 0 }, [{ step: 'place', milliseconds: 1 }]) });
    expect(screen.getByText('Place the layer').className).toContain('step-current');
  });

  it('writes minutes when it takes long', () => {
    const job = aJob({ kind: 'running', step: 'call', progress: 0 }, [{ step: 'call', milliseconds: 125_000 }]);
    showPanel({ view: 'results', job });
    expect(text()).toContain('2 min 5 s elapsed');
  });

  it('says that it waits where it has not begun', () => {
    showPanel({ view: 'results', job: aJob({ kind: 'waiting' }) });
    expect(text()).toContain('Waiting for its turn');
  });

  it('can be canceled, and says what that costs', () => {
    const { sent } = showPanel({ view: 'results', job: running, offer: { kind: 'running' } });
    expect(text()).toContain('Canceling costs nothing. The document stays as it is.');
    click(widget('sp-button', 'Cancel'));
    press('Escape');
    expect(sent).toEqual([['cancel'], ['cancel']]);
  });

  it('keeps the results of earlier edits in sight', () => {
    showPanel({ view: 'results', job: running, results: [aResult('a')] });
    expect(text()).toContain('Waiting for your decision');
  });
});

describe('the share of a job that is done', () => {
  it('never falls, and is whole at the end', () => {
    const shares = steps.flatMap((step) => [0, 0.5, 1].map((share) => shareOfJob(step, share)));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(0)).toBe(0);
    expect(shares.at(-1)).toBe(1);
  });
});

describe('a job that ended without a result', () => {
  it('says that the document is as it was when it was canceled', () => {
    showPanel({ view: 'results', job: aJob({ kind: 'cancelled' }) });
    expect(text()).toContain('The document is as it was.');
    expect(document.querySelectorAll('sp-button, sp-action-button')).toHaveLength(0);
  });

  it('says what failed and what to do, with one button that tries again', () => {
    const error = new InlayError('model.failed', { model: 'Inlay Local' });
    const { sent } = showPanel({ view: 'results', job: aJob({ kind: 'failed', step: 'call', error }) });
    expect(screen.getByRole('alert').textContent).toContain('Inlay Local could not finish');
    expect(text()).toContain('Try again with a smaller selection.');
    expect(document.querySelectorAll('sp-button, sp-action-button')).toHaveLength(1);
    click(widget('sp-action-button', 'Try again'));
    expect(sent).toEqual([['run']]);
  });

  it('does not offer to try again what cannot be run now', () => {
    const error = new InlayError('model.failed', { model: 'Inlay Local' });
    const why = { title: 'Nothing is selected', remedy: 'Select what should go.' };
    const job = aJob({ kind: 'failed', step: 'call', error });
    const { become } = showPanel({ view: 'results', job, offer: { kind: 'blocked', why } });
    expect(document.querySelectorAll('sp-action-button')).toHaveLength(0);
    become({ offer: ready });
    expect(document.querySelectorAll('sp-action-button')).toHaveLength(1);
  });

  it('offers no button where trying again is no remedy', () => {
    const error = new InlayError('host.quick-mask', {});
    showPanel({ view: 'results', job: aJob({ kind: 'failed', step: 'survey', error }) });
    expect(text()).toContain('Quick Mask is on');
    expect(document.querySelectorAll('sp-button, sp-action-button')).toHaveLength(0);
  });
});

describe('results', () => {
  const look = { kind: 'look', badge: 'Edge 1.3', sentence: 'The edge is harder than its surroundings.' } as const;

  it('are shown newest first, with their verdict in words', () => {
    showPanel({ view: 'results', results: [aResult('a'), aResult('b', { verdict: look })] });
    const tiles = screen.getAllByRole('radio').filter((item) => item.className.includes('variant'));
    expect(tiles.map((tile) => tile.textContent)).toEqual(['1Fits', '2Edge 1.3']);
    expect(tiles.map((tile) => tile.getAttribute('aria-checked'))).toEqual(['true', 'false']);
    expect(text()).toContain('Edge');
    expect(text()).toContain('Inlay Local · Free');
  });

  it('show sentence and measures of the chosen one', () => {
    showPanel({ view: 'results', results: [aResult('a'), aResult('b', { verdict: look })] });
    expect(text()).not.toContain(look.sentence);
    press('ArrowRight');
    expect(text()).toContain(look.sentence);
    expect(text()).toContain('1.04');
    press('ArrowLeft');
    expect(text()).not.toContain(look.sentence);
  });

  it('are placed and discarded by their own id', () => {
    const { sent } = showPanel({ view: 'results', results: [aResult('a'), aResult('b')] });
    click(screen.getByRole('radio', { name: '2 Fits' }));
    click(widget('sp-button', 'Place'));
    click(widget('sp-button', 'Discard'));
    expect(sent).toEqual([
      ['place', 'b'],
      ['discard', 'b'],
    ]);
  });

  it('are placed by Enter and discarded by Delete', () => {
    const { sent } = showPanel({ view: 'results', results: [aResult('a')] });
    press('Enter');
    press('Delete');
    expect(sent).toEqual([
      ['place', 'a'],
      ['discard', 'a'],
    ]);
  });

  it('are not placed again by a key that is held down', () => {
    const { sent } = showPanel({ view: 'results', results: [aResult('a')] });
    press('Enter', { repeat: true });
    expect(sent).toEqual([]);
  });

  it('are left alone by Enter while a button has the focus', () => {
    const { sent } = showPanel({ view: 'results', results: [aResult('a')] });
    press('Enter', { on: widget('sp-button', 'Discard') });
    expect(sent).toEqual([]);
  });

  it('take no second command while one is being placed', () => {
    const { sent } = showPanel({ view: 'results', results: [aResult('a', { placing: true })] });
    const button = widget('sp-button', 'Placing…');
    expect(button.hasAttribute('disabled')).toBe(true);
    click(button);
    press('Enter');
    press('Delete');
    expect(sent).toEqual([]);
  });

  it('go on with the next one when the chosen one is gone', () => {
    const { become, sent } = showPanel({ view: 'results', results: [aResult('a'), aResult('b')] });
    press('ArrowRight');
    become({ results: [aResult('a')] });
    press('Enter');
    expect(sent).toEqual([['place', 'a']]);
  });

  it('teach what they are for when there are none', () => {
    const { sent } = showPanel({ view: 'results' });
    expect(text()).toContain('No results waiting');
    click(widget('sp-action-button', 'Go to Edit'));
    expect(sent).toEqual([['show', 'edit']]);
  });

  it('list what was placed', () => {
    showPanel({ view: 'results', placed: [aPlacedRecord] });
    expect(text()).toContain('Remove · wires.psd');
    expect(text()).toContain('Placed 14:02 · Inlay Local · free');
  });
});

describe('comparing', () => {
  const addresses = () => [...document.querySelectorAll('.stage img')].map((image) => image.getAttribute('src'));
  const sides = () => [...document.querySelectorAll('.stage-label')].map((label) => label.textContent);
  const widthOfAfter = () => document.querySelector<HTMLElement>('.compare-after')?.style.width;

  it('splits the picture, and shows one side alone when asked', () => {
    showPanel({ view: 'results', results: [aResult('a')] });
    expect([sides(), widthOfAfter()]).toEqual([['Before', 'After'], '50%']);
    click(screen.getByRole('radio', { name: 'After' }));
    expect([sides(), widthOfAfter()]).toEqual([['After'], '100%']);
    click(screen.getByRole('radio', { name: 'Before' }));
    expect([sides(), widthOfAfter()]).toEqual([['Before'], '0%']);
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('shows before as long as Space is held', () => {
    showPanel({ view: 'results', results: [aResult('a')] });
    press(' ');
    expect(sides()).toEqual(['Before']);
    release(' ');
    expect(sides()).toEqual(['Before', 'After']);
  });

  it('shows before as long as the mouse is held on the words', () => {
    showPanel({ view: 'results', results: [aResult('a')] });
    fireEvent.mouseDown(screen.getByText('Hold for before'));
    expect(sides()).toEqual(['Before']);
    fireEvent.mouseUp(screen.getByText('Hold for before'));
    expect(sides()).toEqual(['Before', 'After']);
  });

  it('keeps the handle where it was while before is held', () => {
    showPanel({ view: 'results', results: [aResult('a')] });
    press('ArrowRight', { on: screen.getByRole('slider') });
    press(' ');
    release(' ');
    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('54');
  });

  it('moves the handle with the arrows, within the picture, and chooses no other result by that', () => {
    showPanel({ view: 'results', results: [aResult('a'), aResult('b')] });
    const handle = screen.getByRole('slider');
    press('ArrowRight', { on: handle });
    expect(handle.getAttribute('aria-valuenow')).toBe('54');
    for (let times = 0; times < 30; times++) press('ArrowLeft', { on: handle });
    expect(handle.getAttribute('aria-valuenow')).toBe('2');
    expect(addresses()).toEqual(['data:before-a', 'data:after-a']);
  });

  it('moves the handle to where the picture is pressed and dragged', () => {
    showPanel({ view: 'results', results: [aResult('a')] });
    const compare = document.querySelector<HTMLElement>('.compare');
    if (compare === null) throw new Error('nothing to compare');
    jest.spyOn(compare, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 200, 150));
    fireEvent.mouseDown(compare, { clientX: 160, buttons: 1 });
    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('30');
    fireEvent.mouseMove(compare, { clientX: 260, buttons: 1 });
    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('80');
    fireEvent.mouseMove(compare, { clientX: 120, buttons: 0 });
    fireEvent.mouseMove(compare, { clientX: 130, buttons: 1 });
    expect(screen.getByRole('slider').getAttribute('aria-valuenow')).toBe('80');
  });
});
