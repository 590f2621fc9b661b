import { useLayoutEffect, useRef } from 'react';
import './spectrum';
import type { TextElement } from './spectrum';
import { useAttributes, useListener } from './useWidget';

export interface TextAreaProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly className: string;
  readonly onType: (text: string) => void;
}

/** The host's text field, several lines. It draws above everything else, so nothing may open over it. */
export function TextArea({ label, placeholder, value, className, onType }: TextAreaProps) {
  const ref = useRef<TextElement>(null);
  useAttributes(ref, { class: className, placeholder, 'aria-label': label });
  useLayoutEffect(() => {
    if (ref.current !== null && ref.current.value !== value) ref.current.value = value;
  });
  useListener(ref, 'input', () => onType(ref.current?.value ?? value));
  return <sp-textarea ref={ref}></sp-textarea>;
}
