import { findBrowser, noBrowser } from './findBrowser';

it('takes the browser that CHROMIUM names, and no other where that is not there', () => {
  expect(findBrowser({ CHROMIUM: process.execPath })).toBe(process.execPath);
  expect(findBrowser({ CHROMIUM: '/nowhere/chromium' })).toBeUndefined();
});

it('says what to install where there is none', () => {
  expect(noBrowser({})).toMatch(/^No Chromium or Chrome was found\. Install one .*apt install chromium.*CHROMIUM/);
  expect(noBrowser({ CHROMIUM: '/nowhere/chromium' })).toMatch(
    /^CHROMIUM names \/nowhere\/chromium, which is not there\./,
  );
});
