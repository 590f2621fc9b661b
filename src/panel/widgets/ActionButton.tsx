import { type ReactNode, useRef } from 'react';
import './spectrum';
import { useAttributes, useListener } from './useWidget';

export interface ActionButtonProps {
  readonly className: string;
  readonly title: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** The host's small button. */
export function ActionButton({ className, title, onPress, children }: ActionButtonProps) {
  const ref = useRef<HTMLElement>(null);
  useAttributes(ref, { class: className, title });
  useListener(ref, 'click', onPress);
  return <sp-action-button ref={ref}>{children}</sp-action-button>;
}
