import type { KeyboardEvent, ReactNode } from 'react';

export interface PressableProps {
  readonly className: string;
  readonly title: string;
  /** Of something that is switched on and off. */
  readonly state?: 'on' | 'off';
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button of our own, on a plain element: the host draws `<button>` its own way. Enter and Space press it. */
export function Pressable({ className, title, state, onPress, children }: PressableProps) {
  const pressByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    // with Ctrl or Cmd, Enter runs the edit
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onPress();
  };
  return (
    <div
      role="button"
      tabIndex={0}
      className={className}
      title={title}
      aria-label={title}
      aria-pressed={state === undefined ? undefined : state === 'on'}
      onClick={onPress}
      onKeyDown={pressByKey}
    >
      {children}
    </div>
  );
}
