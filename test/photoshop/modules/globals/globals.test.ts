import { aPhotoshop } from '../support/builders';

describe('ImageBlob', () => {
  const raw = {
    type: 'image/uncompressed',
    width: 2,
    height: 1,
    colorSpace: 'RGB',
    components: 3,
    componentSize: 8,
    pixelFormat: 'RGB',
    hasAlpha: false,
  };

  it('is shown by an object URL until that is revoked', () => {
    const { globals, control } = aPhotoshop();
    const blob = new globals.ImageBlob(new Uint8Array([1, 2, 3, 4, 5, 6]).buffer, raw);
    const address = globals.URL.createObjectURL(blob as never);
    expect(control.shownAt(address)).toMatchObject({ raw: { width: 2 }, bytes: new Uint8Array([1, 2, 3, 4, 5, 6]) });
    expect(control.objectUrls).toBe(1);
    globals.URL.revokeObjectURL(address);
    expect(control.objectUrls).toBe(0);
  });
});

describe('localStorage', () => {
  it('keeps texts over sessions, sessionStorage does not', () => {
    const first = aPhotoshop();
    first.globals.localStorage.setItem('a', 1);
    first.globals.sessionStorage.setItem('a', 1);
    const second = aPhotoshop({ kept: first.kept });
    expect(second.globals.localStorage.getItem('a')).toBe('1');
    expect(second.globals.sessionStorage.getItem('a')).toBeNull();
  });
});
