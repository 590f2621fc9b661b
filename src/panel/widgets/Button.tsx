import { type ReactNode, useRef } from 'react';
import './spectrum';
import { useAttributes, useListener } from './useWidget';

export interface ButtonProps {
  /** `cta`: the one next step of a view. */
  readonly variant: 'cta' | 'secondary';
  readonly state: 'enabled' | 'disabled';
  readonly className: string;
  readonly title: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** The host's large button, for the foot. */
export function Button({ variant, state, className, title, onPress, children }: ButtonProps) {
  const ref = useRef<HTMLElement>(null);
  useAttributes(ref, { variant, title, class: className, disabled: state === 'disabled' });
  useListener(ref, 'click', () => {
    if (state === 'enabled') onPress();
  });
  return <sp-button ref={ref}>{children}</sp-button>;
}
