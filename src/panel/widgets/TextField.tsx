import { useLayoutEffect, useRef } from 'react';
import './spectrum';
import type { TextElement } from './spectrum';
import { useAttributes, useListener } from './useWidget';

export interface TextFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly state: 'valid' | 'invalid';
  readonly className: string;
  readonly onType: (text: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** The host says so after Enter, and some hosts when the field is left. */
  readonly onCommit: () => void;
  /** The field lost the focus. */
  readonly onLeave: () => void;
}

/** The host's text field, one line. */
export function TextField({
  label,
  placeholder,
  value,
  state,
  className,
  onType,
  onKey,
  onCommit,
  onLeave,
}: TextFieldProps) {
  const ref = useRef<TextElement>(null);
  useAttributes(ref, {
    class: className,
    title: label,
    placeholder,
    'aria-label': label,
    invalid: state === 'invalid',
  });
  useLayoutEffect(() => {
    if (ref.current !== null && ref.current.value !== value) ref.current.value = value;
  });
  useListener(ref, 'input', () => onType(ref.current?.value ?? value));
  useListener(ref, 'keydown', onKey);
  useListener(ref, 'blur', onLeave);
  useListener(ref, 'change', onCommit);
  return <sp-textfield ref={ref}></sp-textfield>;
}
