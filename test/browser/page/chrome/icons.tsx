import type { ReactNode } from 'react';

export type IconName =
  | 'rectangle' | 'lasso' | 'brush' | 'hand' | 'open' | 'save' | 'undo' | 'redo' | 'eye' | 'folder' | 'text'
  | 'adjustment' | 'object' | 'close' | 'lock'; // prettier-ignore

/** A picture of 16 pixels in the color of the text around it; what it means is said beside it or by its button. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}

const drawings: Readonly<Record<IconName, ReactNode>> = {
  rectangle: <path className="line" strokeDasharray="2.4 1.6" d="M2.5 3.5h11v9h-11z" />,
  lasso: (
    <path
      className="line"
      d="M5.2 10.6C3.3 10 2 8.600 2 6.900 2 4.500 4.700 2.500 8 2.500s6 2 6 4.400-2.700 4.400-6 4.400c-.5 0-1 0-1.400-.1M5.200 10.600c1 .3 1.600 1 1.400 1.700-.3.900-2 .600-2-.500 0-1 .900-1.500 1.600-1.300M4.600 12c0 1-.3 1.700-1.100 2.300"
    />
  ),
  brush: (
    <>
      <path
        className="line"
        d="M13.500 2.500 7.300 8.700M6 8.400c1.400 0 2.200.900 2.200 2 0 1.900-1.600 3.100-3.600 3.100H2.500c.9-.8 1-1.600 1.100-2.700.1-1.400 1-2.400 2.400-2.400z"
      />
      <path d="M12.600 2.100a.9.900 0 0 1 1.300 1.300L8.400 8.900 7.100 7.600z" />
    </>
  ),
  hand: (
    <path
      className="line"
      d="M4.500 9.500 3 7.600c-.5-.7.500-1.500 1.100-.9l1.400 1.400V3.800c0-.9 1.300-.9 1.300 0V7m0-.2V2.900c0-.9 1.400-.9 1.400 0V7m0-3.400c0-.9 1.400-.9 1.400 0V7.300m0-2.300c0-.9 1.400-.9 1.400 0v4.300c0 2.500-1.500 4.200-3.700 4.200-1.700 0-2.600-.8-3.300-2.100z"
    />
  ),
  open: <path className="line" d="M1.500 12.500v-9h4l1.500 2h5.500v2M1.500 12.500l2.300-5h10.700l-2.300 5z" />,
  save: <path className="line" d="M8 2v7.500M5 7l3 3 3-3M2.500 10.500v3h11v-3" />,
  undo: <path className="line" d="M5.500 3 2.500 6l3 3M2.500 6h7a3.500 3.500 0 0 1 0 7H6" />,
  redo: <path className="line" d="m10.500 3 3 3-3 3M13.500 6h-7a3.500 3.500 0 0 0 0 7H10" />,
  eye: (
    <>
      <path className="line" d="M1.500 8S4 3.800 8 3.800 14.500 8 14.500 8 12 12.200 8 12.200 1.500 8 1.500 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  folder: <path className="line" d="M1.500 12.500v-9h4.500l1.500 2h7v7z" />,
  text: <path className="line" d="M3 5V3h10v2M8 3v10M6 13h4" />,
  adjustment: (
    <>
      <circle className="line" cx="8" cy="8" r="5.500" />
      <path d="M8 2.500a5.500 5.500 0 0 1 0 11z" />
    </>
  ),
  object: <path className="line" d="M3 2.500h6.500L13 6v7.500H3zM9.500 2.500V6H13" />,
  close: <path className="line" d="m4 4 8 8M12 4l-8 8" />,
  lock: <path className="line" d="M3.500 7.500h9v6h-9zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500" />,
};
