import type { KeyboardEvent, ReactNode } from 'react';

export interface PressableProps {
  readonly className: string;
  readonly title: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button of our own, on a plain element: the host draws `<button>` its own way. Enter and Space press it. */
export function Pressable({ className, title, onPress, children }: PressableProps) {
  const pressByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
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
      onClick={onPress}
      onKeyDown={pressByKey}
    >
      {children}
    </div>
  );
}
