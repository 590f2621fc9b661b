import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';

/** `false` and `undefined` take the attribute away: the host's widgets know no `disabled="false"`. */
export interface Attributes {
  readonly [name: string]: string | boolean | undefined;
}

/** Keeps the attributes of a host widget; React itself would hand some of them over as properties. */
export function useAttributes(ref: RefObject<HTMLElement | null>, attributes: Attributes): void {
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(attributes)) setAttribute(ref.current, name, value);
  });
}

/** Listens on a host widget directly: not all of its events reach React's listener at the root. */
export function useListener<Name extends keyof HTMLElementEventMap>(
  ref: RefObject<HTMLElement | null>,
  name: Name,
  handle: (event: HTMLElementEventMap[Name]) => void,
): void {
  const latest = useEffectEvent(handle);
  useLayoutEffect(() => {
    const element = ref.current;
    const listener = (event: HTMLElementEventMap[Name]) => latest(event);
    element?.addEventListener(name, listener);
    return () => element?.removeEventListener(name, listener);
  }, [ref, name]);
}

function setAttribute(element: HTMLElement | null, name: string, value: string | boolean | undefined): void {
  if (value === undefined || value === false) element?.removeAttribute(name);
  else element?.setAttribute(name, value === true ? '' : value);
}
