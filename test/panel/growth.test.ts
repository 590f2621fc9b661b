/** @jest-environment @happy-dom/jest-environment */
import { fireEvent } from '@testing-library/react';
import { aDraft, aState, ready } from './aState';
import { expectQuietConsole } from './quietConsole';
import { click, press, screen, showPanel, takePanelsAway, text, typeInto, widget } from './showPanel';

expectQuietConsole();
afterEach(takePanelsAway);

const draft = aDraft({ operation: 'outpaint', operationBy: 'you' });
const square = { kind: 'aspect', across: 1, down: 1, anchor: 'center' } as const;

describe('the canvas of an extended picture', () => {
  it('shows what each aspect leads to, and what is added at the edges', () => {
    showPanel({ draft });
    expect(text()).toContain('4:56000 × 7500 px');
    expect(text()).toContain('9:166000 × 10667 px');
    expect(screen.getByRole('img', { name: 'Added: left 0, top 1750, right 0, bottom 1750 px' })).not.toBeNull();
    expect(text()).toContain('The canvas grows only when you place a result.');
  });

  it('takes another aspect with one click', () => {
    const { sent } = showPanel({ draft });
    click(screen.getByRole('radio', { name: /^1:1/ }));
    expect(sent).toEqual([['changeDraft', { growth: square }]]);
  });

  it('takes an edge, which leaves the aspects', () => {
    const { sent } = showPanel({ draft: { ...draft, growth: square } });
    typeInto(widget('sp-textfield', 'Top'), '200');
    press('Enter', { on: widget('sp-textfield', 'Top') });
    const growth = { kind: 'expand', left: 0, top: 200, right: 0, bottom: 1000 };
    expect(sent).toEqual([['changeDraft', { growth }]]);
  });

  it('takes a size', () => {
    const { sent } = showPanel({ draft: { ...draft, growth: square } });
    typeInto(widget('sp-textfield', 'Width'), '6400');
    press('Enter', { on: widget('sp-textfield', 'Width') });
    const growth = { kind: 'size', width: 6400, height: 6000, anchor: 'center' };
    expect(sent).toEqual([['changeDraft', { growth }]]);
  });

  it('moves the picture in it by arrows', () => {
    const { sent } = showPanel({ draft: { ...draft, growth: square } });
    fireEvent.keyDown(screen.getByRole('img', { name: /^Added/ }), { key: 'ArrowUp' });
    expect(sent).toEqual([['changeDraft', { growth: { ...square, anchor: 'top' } }]]);
  });

  it('says where what is new is made smaller and enlarged', () => {
    if (ready.kind !== 'ready') throw new Error('an offer');
    showPanel({ draft, offer: { ...ready, scale: '0.45×' } });
    expect(text()).toContain('made at 0.45× and enlarged');
  });

  it('asks for no references', () => {
    showPanel(aState({ draft }));
    expect(text()).not.toContain('References');
  });
});
