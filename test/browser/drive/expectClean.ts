import type { Play } from './openPlay';

/** What must be true after every test: nothing on the console, no rule of the platform broken, nothing gone wrong. */
export async function expectClean({ page, messages }: Play): Promise<void> {
  expect(messages).toEqual([]);
  expect(await page.locator('.status-refusals').allInnerTexts()).toEqual([]);
}
