import { type ReactNode, useEffect, useRef } from 'react';

export interface MenuFrameProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * What a menu stands in: in the flow of the panel, since nothing can be drawn over the host's fields. Its first row has
 * the focus as soon as it opens; Up and Down go from row to row, Escape closes it.
 */
export function MenuFrame({ label, onClose, children }: MenuFrameProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => rowsIn(list.current).at(0)?.focus(), []);
  return (
    <div
      ref={list}
      className="menu"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        const step = steps.get(event.key);
        if (event.key === 'Escape') onClose();
        else if (step === undefined || !isRow(event.target)) return;
        else neighborOf(event.target, rowsIn(list.current), step)?.focus();
        event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}

const steps = new Map([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
]);

function rowsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.children ?? [])].filter(isRow);
}

function isRow(element: unknown): element is HTMLElement {
  return element instanceof HTMLElement && element.getAttribute('role') === 'button';
}

function neighborOf(row: HTMLElement, rows: readonly HTMLElement[], step: number): HTMLElement | undefined {
  return rows.at((rows.indexOf(row) + step + rows.length) % rows.length);
}
