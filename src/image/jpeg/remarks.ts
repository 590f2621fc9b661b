import { type Orientation, readOrientation } from '../orientation';
import type { PictureLimits } from '../pictureFile';
import type { JpegTables } from './tables';

/** What a JPEG says besides its picture. */
export interface Remarks {
  readonly tables: JpegTables;
  readonly profileParts: Uint8Array[];
  orientation: Orientation;
  jfif: boolean;
  /** The number by which Adobe names the transform of the colors. */
  adobe: number | undefined;
}

/** Takes in a segment that belongs to an application; others are passed over. */
export function readRemark(marker: number, content: Uint8Array, remarks: Remarks): void {
  if (marker === 0xe0 && begins(content, 'JFIF\0')) remarks.jfif = true;
  else if (marker === 0xe1 && begins(content, 'Exif\0\0')) remarks.orientation = readOrientation(content.subarray(6));
  else if (marker === 0xe2 && begins(content, profileName)) remarks.profileParts.push(content);
  else if (marker === 0xee && begins(content, 'Adobe') && content.length >= 12) remarks.adobe = content[11];
}

const profileName = 'ICC_PROFILE\0';
/** After the name come the number of the part and how many there are. */
const headLength = profileName.length + 2;

function begins(content: Uint8Array, name: string): boolean {
  return Array.from(name).every((sign, i) => content[i] === sign.charCodeAt(0));
}

/** The embedded profile; nothing where there is none, or not all of it. (ICC.1:2022, annex B.4.) */
export function profileOf({ profileParts }: Remarks, limits: PictureLimits): Uint8Array | undefined {
  const parts = [...profileParts].sort((a, b) => a[headLength - 2] - b[headLength - 2]);
  const length = parts.reduce((sum, part) => sum + part.length - headLength, 0);
  const isWhole = parts.every((part, i) => part[headLength - 2] === i + 1 && part[headLength - 1] === parts.length);
  if (parts.length === 0 || !isWhole || length > limits.profileBytes) return undefined;
  const profile = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    profile.set(part.subarray(headLength), at);
    at += part.length - headLength;
  }
  return profile;
}
