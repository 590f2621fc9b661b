import { useLayoutEffect, useRef } from 'react';
import './spectrum';
import type { RangeElement } from './spectrum';
import { useAttributes, useListener } from './useWidget';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onSlide: (value: number) => void;
}

/** The host's slider; a field beside it takes exact numbers. */
export function Slider({ label, value, least, most, onSlide }: SliderProps) {
  const ref = useRef<RangeElement>(null);
  useAttributes(ref, {
    class: 'slider',
    variant: 'filled',
    'show-value': 'false',
    title: label,
    'aria-label': label,
    min: String(least),
    max: String(most),
  });
  useLayoutEffect(() => {
    if (ref.current !== null && Number(ref.current.value) !== value) ref.current.value = value;
  });
  useListener(ref, 'input', () => onSlide(Math.round(Number(ref.current?.value ?? value))));
  return <sp-slider ref={ref}></sp-slider>;
}
