import type { Row } from './row';

const imaging = 'modules/imaging/imaging.test.ts';
const strict = 'modules/imaging/strict.test.ts';
const habits = 'modules/imaging/switches.test.ts';
const dom = 'modules/dom/modes.test.ts';
const globals = 'modules/globals/globals.test.ts';
const color = 'color/color.test.ts';

/** Pixels, masks and selections, in and out. */
export const imagingRows: readonly Row[] = [
  {
    platform:
      'Documents in other modes than RGB, Grayscale and Lab are refused; on CMYK the real host was seen to crash',
    rules: ['imaging.mode'],
    tests: [
      [strict, 'a CMYK document'],
      [strict, 'an indexed document'],
      [dom, 'is beyond imaging, and counted as what crashes the host'],
      [dom, '%s is no mode of imaging'],
    ],
  },
  {
    platform: 'Ids that the host never gave are refused; a layer or document that is gone is an ordinary answer',
    rules: ['imaging.target'],
    tests: [
      [strict, 'a layer that never was'],
      [strict, 'a document that never was'],
      [strict, 'nothing when the user closed the document or deleted the layer: that is an ordinary answer'],
    ],
  },
  {
    platform: 'An option that is there without a value is refused',
    rules: ['call.undefined-option'],
    tests: [[strict, 'an option without a value']],
  },
  {
    platform: 'An option that is not documented (level, bounds, quality, format) is refused',
    rules: ['call.unknown-option'],
    tests: [
      [strict, 'an input level'],
      [strict, "what: 'bounds'"],
      [strict, 'a JPEG quality'],
      [strict, 'a JPEG by the name of its format'],
    ],
  },
  {
    platform: 'componentSize 8 of a deeper document is refused, ignored, or works',
    switches: ['componentSize8'],
    tests: [[habits, 'componentSize 8 of a 16-bit document: %s']],
  },
  {
    platform: 'getSelection where nothing is selected is refused, or gives no image data, none of its pixels, or zeros',
    switches: ['noSelection'],
    tests: [[imaging, 'that is not there is answered by %s']],
  },
  {
    platform: 'Bounds are cut down to what holds pixels; where none do, the read throws or is empty',
    switches: ['trimming', 'emptyRegion'],
    tests: [
      [imaging, 'of a layer come trimmed and with alpha, those of a document with a Background without'],
      [habits, 'a layer with empty margins is cut down to its %s'],
      [habits, 'a region without pixels: %s'],
    ],
  },
  {
    platform:
      'A reduced read comes from any level of the pyramid, with its bounds in that level; it is stretched or fitted',
    switches: ['pyramid', 'targetFit'],
    tests: [
      [habits, 'a reduced read comes from a level that is drawn from the seed, and tells its bounds in that level'],
      [habits, 'a reduced read is whole where there are no levels'],
      [habits, 'a target of other proportions: %s'],
    ],
  },
  {
    platform: 'Opaque sources have three components, others four, and colors are never multiplied by alpha',
    tests: [
      [imaging, 'of a layer come trimmed and with alpha, those of a document with a Background without'],
      [imaging, 'come without its mask, effects, opacity and blend mode, and straight'],
      [habits, 'applyAlpha lays the pixels on white and leaves no alpha'],
    ],
  },
  {
    platform: 'A layer is read without its mask, effects, opacity and blend mode',
    tests: [[imaging, 'come without its mask, effects, opacity and blend mode, and straight']],
  },
  {
    platform: 'A group, a text, an adjustment or a smart object is not read by its id',
    rules: ['imaging.read-kind'],
    tests: [[strict, 'a layer of kind ${special']],
  },
  {
    platform: 'Image data that was disposed of is neither looked into, put nor encoded',
    rules: ['imaging.disposed'],
    tests: [
      [strict, 'a disposed image to put'],
      [strict, 'a disposed image to encode'],
      [strict, 'a disposed image to look into'],
    ],
  },
  {
    platform: 'Image data that is never disposed of is counted, and so is the most that all of it weighed',
    tests: [[strict, 'counts image data that is never disposed of, and what all of it weighs at most']],
  },
  {
    platform: 'A buffer holds width times height times components values, in an array of a known class',
    rules: ['imaging.buffer'],
    tests: [
      [strict, 'a short buffer'],
      [strict, 'a plain array'],
      [strict, 'a clamped array'],
      [strict, 'a width of nothing'],
      [strict, 'a negative height'],
      [strict, 'a broken width'],
    ],
  },
  {
    platform: 'A 16-bit value beyond 32768 is refused with the words of the host, unless the full range was asked for',
    rules: ['imaging.range'],
    tests: [
      [strict, 'a 16-bit value beyond the range'],
      [habits, 'full range stretches 16 bit, planar puts channel after channel'],
    ],
  },
  {
    platform: 'A color space is RGB, Grayscale or Lab, and has its own numbers of components',
    rules: ['imaging.components', 'call.argument'],
    tests: [
      [strict, 'a color space that is none'],
      [strict, 'four components of gray'],
      [strict, 'two components of Lab'],
    ],
  },
  {
    platform: 'Pixels have the depth of the document that they are put into; masks and selections may have another',
    rules: ['imaging.put-depth'],
    switches: ['maskPutDepth', 'maskDepth'],
    tests: [
      [strict, '8 bit for a document of 16'],
      [habits, 'a selection of 8 bit is put into a document of 16: %s'],
      [habits, 'a selection of a 16-bit document is as deep as: %s'],
    ],
  },
  {
    platform: 'Data with alpha, deeper than 8 bit or in another space than RGB is not encoded',
    rules: ['imaging.encode'],
    tests: [
      [strict, 'a JPEG with alpha'],
      [strict, 'a JPEG of 16 bit'],
      [strict, 'a gray JPEG'],
    ],
  },
  {
    platform: 'Masks and selections are data of one gray component',
    rules: ['imaging.mask-format'],
    tests: [
      [strict, 'a mask of colors'],
      [strict, 'a selection of colors'],
    ],
  },
  {
    platform: 'Pixels are put into an unlocked pixel layer only, never the Background',
    rules: ['imaging.put-kind'],
    tests: [[strict, 'pixels for layer ${']],
  },
  {
    platform: 'putPixels without a layer or an image is refused',
    rules: ['call.argument'],
    tests: [
      [strict, 'pixels without a layer'],
      [strict, 'pixels without an image'],
    ],
  },
  {
    platform: 'The Background gets no mask, and a vector mask is not put',
    rules: ['imaging.put-mask-kind'],
    tests: [
      [strict, 'a mask for the Background'],
      [strict, 'a vector mask'],
    ],
  },
  {
    platform: 'getLayerMask of a layer without one throws; a fresh mask has either value outside its block',
    switches: ['maskOutside'],
    tests: [
      [imaging, 'is made by putting one, and hides what is outside its block unless a switch says otherwise'],
      [habits, 'a fresh mask is %s outside its block'],
    ],
  },
  {
    platform: 'Other keys of targetBounds than left and top are ignored, and nothing is scaled',
    tests: [[strict, 'nothing when a target has more keys than it needs: they are ignored, and nothing is scaled']],
  },
  {
    platform: 'replace: true clears the rest of the layer, the mask or the selection',
    tests: [
      [imaging, 'are all cleared where a block replaces them, as are masks and selections'],
      [habits, 'replace false adds to a selection, and lays a block into a mask'],
    ],
  },
  {
    platform: 'An ImageBlob takes an ArrayBuffer of exactly the size that it describes; object URLs may not be made',
    rules: ['blob.buffer'],
    switches: ['objectUrls'],
    tests: [
      [globals, "'a typed array', new Uint8Array(6)"],
      [globals, 'a wrong number of bytes'],
      [globals, 'has no object URL where a switch says so'],
    ],
  },
  {
    platform: 'Colors are converted through the profiles, and come back within a step of 8 bit',
    tests: [[color, 'gives back what it took, within a step of 8 bit, through a wider space at 16 bit']],
  },
  {
    platform: 'Edges of rectangles are whole numbers',
    rules: ['imaging.bounds'],
    tests: [
      [strict, 'half a pixel'],
      [strict, 'edges that are no numbers'],
      [strict, 'a width in place of an edge, but for pixels'],
    ],
  },
  {
    platform:
      'CMYK becomes RGB by its mode, and perhaps by a profile; what is copied across may lose its mask and its place',
    switches: ['profileMode', 'duplicateMask', 'duplicatePlace', 'mergeOne'],
    tests: [
      [dom, 'becomes RGB by its mode, and by a profile where that changes the mode'],
      [dom, 'has its mask %s, by the switch duplicateMask'],
      [dom, 'a copy lands as far from the %s, by the switch duplicatePlace'],
      [dom, 'of one layer alone %s, by the switch mergeOne'],
    ],
  },
];
