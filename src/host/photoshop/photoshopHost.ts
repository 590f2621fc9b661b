import type { Host } from '../../host/host';
import { change } from './change';
import { decode } from './decode';
import { findPicture, showablePictures } from './findPicture';
import { preview } from './preview';
import { readPixels } from './read';
import { readFile } from './readFile';
import { convertForScreen } from './screenColors';
import { glance, inlayLayers, survey } from './survey';
import { tell } from './tell';
import { watch } from './watch';
import { fromWire, toWire } from './wireColors';

/** The port, kept by Photoshop. */
export const photoshopHost: Host = {
  ...{
    glance,
    watch,
    survey,
    inlayLayers,
    readPixels,
    findPicture,
    showablePictures,
    readFile,
    convertForScreen,
    toWire,
    fromWire,
    decode,
    preview,
    tell,
    change,
  },
};
