/** Where a place of what was sent is found: `scale` times it plus `shift`, along each axis, both by the middles of pixels. */
export interface Mapping {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly shiftX: number;
  readonly shiftY: number;
}
