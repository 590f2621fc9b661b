import type { ReactNode } from 'react';
import type { Picture } from '../../app/state';

export interface FittedPictureProps {
  readonly shape: Pick<Picture, 'width' | 'height'>;
  /** The tallest it may become, in pixels of the panel. */
  readonly tallest: number;
  readonly children: ReactNode;
}

/**
 * A frame of a picture's own shape, as wide as there is room, centered, never cropped. What is inside covers it.
 * Percentages of padding count from the width: that is how the frame keeps its shape at any width of the panel.
 */
export function FittedPicture({ shape, tallest, children }: FittedPictureProps) {
  const { width, height } = shape;
  return (
    <div className="fitted" style={{ maxWidth: `${(tallest * width) / height}px` }}>
      <div style={{ paddingBottom: `${(100 * height) / width}%` }} />
      {children}
    </div>
  );
}
