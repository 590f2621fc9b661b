import type { ReactNode, Ref } from 'react';

/** The host's own widgets that the panel uses, as far as it uses them. Attributes are set by `useAttributes`. */
export interface TextElement extends HTMLElement {
  value: string;
}

export interface CheckElement extends HTMLElement {
  checked: boolean;
}

export interface RangeElement extends HTMLElement {
  /** Some versions answer with a text. */
  value: number | string;
}

interface Widget<E extends HTMLElement> {
  readonly ref: Ref<E>;
  readonly children?: ReactNode;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'sp-button': Widget<HTMLElement>;
      'sp-action-button': Widget<HTMLElement>;
      'sp-textfield': Widget<TextElement>;
      'sp-textarea': Widget<TextElement>;
      'sp-slider': Widget<RangeElement>;
      'sp-checkbox': Widget<CheckElement>;
    }
  }
}
