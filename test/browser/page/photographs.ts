/** A photograph that can be opened, with the credit that it is to be shown with. */
export interface Photograph {
  readonly file: string;
  readonly title: string;
  readonly credit: string;
  /** A prepared selection: gray, white is selected. */
  readonly selection?: string;
}

/** Where they come from stands in full in `test/fixtures/SOURCES.md`. */
export const photographs: readonly Photograph[] = [
  {
    file: 'dandelion.png',
    title: 'Dandelions',
    credit: 'Clemens Engelhardt, CC0',
    selection: 'dandelion-selection.png',
  },
  { file: 'brushes.png', title: 'Brushes', credit: 'Trevor “Freespace”, CC BY 4.0' },
  { file: 'sunset.png', title: 'Sunset', credit: 'Aitzol Berasategi, CC BY 4.0' },
  { file: 'lampbird.png', title: 'Lamp and bird', credit: 'Peter Nerlich, CC BY-SA 4.0' },
  { file: 'pagoda.png', title: 'Pagoda', credit: 'danielbuechele, CC BY 2.0' },
  { file: 'astronaut.png', title: 'Astronaut', credit: 'NASA, public domain' },
];
