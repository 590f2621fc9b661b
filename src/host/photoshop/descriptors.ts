import { action } from 'photoshop';
import type { PhotoshopDocument, PhotoshopLayer } from './documents';

type Descriptor = Parameters<typeof action.batchPlay>[0][number];

/** A property of a layer that the DOM does not show; nothing where the layer has none such. Needs no modal scope. */
export async function readLayerProperty(
  document: PhotoshopDocument,
  layer: PhotoshopLayer,
  property: 'hasUserMask' | 'hasVectorMask' | 'layerEffects' | 'XMPMetadataAsUTF8',
): Promise<unknown> {
  // never `_options` on a `get`: that was seen to hang
  const [answer] = await action.batchPlay(
    [
      {
        _obj: 'get',
        _target: [{ _property: property }, { _ref: 'layer', _id: layer.id }, { _ref: 'document', _id: document.id }],
      },
    ],
    {},
  );
  return answer === undefined || isError(answer) ? undefined : (answer[property] as unknown);
}

/** Makes a layer the active one. */
export async function activate(document: PhotoshopDocument, layer: PhotoshopLayer): Promise<void> {
  await play({
    _obj: 'select',
    _target: [
      { _ref: 'layer', _id: layer.id },
      { _ref: 'document', _id: document.id },
    ],
    makeVisible: false,
  });
}

/** Makes a layer of the Background of the document in front. */
export async function layerFromBackground(): Promise<void> {
  await play({
    _obj: 'set',
    _target: [{ _ref: 'layer', _property: 'background' }],
    to: {
      _obj: 'layer',
      opacity: { _unit: 'percentUnit', _value: 100 },
      mode: { _enum: 'blendMode', _value: 'normal' },
    },
  });
}

/** What is selected of the active layer becomes a layer above it, which is the active one then. */
export async function copySelected(): Promise<void> {
  await play({ _obj: 'copyToLayer' });
}

/** Selects what a layer of the document in front covers, as softly as it does; what the DOM loads of it is not settled. */
export async function selectTransparency(layer: PhotoshopLayer): Promise<void> {
  await play({
    _obj: 'set',
    _target: [{ _ref: 'channel', _property: 'selection' }],
    to: {
      _ref: [
        { _ref: 'channel', _enum: 'channel', _value: 'transparencyEnum' },
        { _ref: 'layer', _id: layer.id },
      ],
    },
  });
}

/** Gives the active layer a mask that shows what is selected. The selection is gone afterwards. */
export async function maskFromSelection(): Promise<void> {
  await play({
    _obj: 'make',
    new: { _class: 'channel' },
    at: { _ref: 'channel', _enum: 'channel', _value: 'mask' },
    using: { _enum: 'userMaskEnabled', _value: 'revealSelection' },
  });
}

/** Writes a text into the layer's metadata. Throws when Photoshop answers with an error. */
export async function writeLayerXmp(document: PhotoshopDocument, layer: PhotoshopLayer, xmp: string): Promise<void> {
  await play({
    _obj: 'set',
    _target: [
      { _ref: 'property', _property: 'XMPMetadataAsUTF8' },
      { _ref: 'layer', _id: layer.id },
      { _ref: 'document', _id: document.id },
    ],
    to: { _obj: 'layer', XMPMetadataAsUTF8: xmp },
  });
}

/** A command that fails resolves with an error among its answers; here it throws. */
async function play(command: Descriptor): Promise<void> {
  const answers = await action.batchPlay([command], {});
  const failed = answers.find(isError);
  if (failed !== undefined) throw new Error(`${command._obj}: ${String(failed['message'])}`);
}

function isError(answer: Descriptor): boolean {
  return answer._obj === 'error';
}
