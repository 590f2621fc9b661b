import { useLayoutEffect, useRef } from 'react';
import './spectrum';
import type { CheckElement } from './spectrum';
import { useAttributes, useListener } from './useWidget';

export interface CheckboxProps {
  readonly label: string;
  readonly state: 'on' | 'off';
  readonly onChange: (state: 'on' | 'off') => void;
}

/** The host's checkbox with its label. */
export function Checkbox({ label, state, onChange }: CheckboxProps) {
  const ref = useRef<CheckElement>(null);
  const checked = state === 'on';
  useAttributes(ref, { class: 'checkbox', checked });
  useLayoutEffect(() => {
    if (ref.current !== null && ref.current.checked !== checked) ref.current.checked = checked;
  });
  useListener(ref, 'change', () => onChange(ref.current?.checked === true ? 'on' : 'off'));
  return <sp-checkbox ref={ref}>{label}</sp-checkbox>;
}
