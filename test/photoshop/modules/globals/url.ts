import { platformError } from '../errors';
import type { Session } from '../session';
import { shownImageOf, type ObjectUrls } from './imageBlob';

/** The global `URL`, with object URLs for `ImageBlob` and plain blobs. */
export function createUrl(session: Session, urls: ObjectUrls): typeof URL {
  return class extends URL {
    static override createObjectURL(blob: unknown): string {
      if (session.switches.objectUrls === 'throw') throw platformError('Object URLs are not available.');
      const image = shownImageOf(blob);
      if (image) return urls.add(image);
      if (blob instanceof Blob) return urls.add({ bytes: new Uint8Array(), type: blob.type });
      throw new TypeError('createObjectURL takes a Blob');
    }

    static override revokeObjectURL(address: string): void {
      urls.revoke(address);
    }
  };
}
