import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Chromium that is installed: the one that CHROMIUM names, or one in a usual place. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { CHROMIUM: named } = environment;
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return [...usualPlaces(environment)].find((path) => existsSync(path));
}

/** What to do where there is none. */
export function noBrowser({ CHROMIUM: named }: NodeJS.ProcessEnv = process.env): string {
  const lack =
    named === undefined || named === ''
      ? 'No Chromium or Chrome was found.'
      : `CHROMIUM names ${named}, which is not there.`;
  return `${lack} Install one (Debian and Ubuntu: sudo apt install chromium; others: https://www.google.com/chrome), or set CHROMIUM to the path of yours.`;
}

function* usualPlaces({ PATH = '', PROGRAMFILES, LOCALAPPDATA }: NodeJS.ProcessEnv): Iterable<string> {
  for (const folder of PATH.split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
      yield join(folder, name);
  }
  yield '/usr/bin/chromium';
  yield '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  yield '/Applications/Chromium.app/Contents/MacOS/Chromium';
  for (const folder of [PROGRAMFILES, LOCALAPPDATA]) {
    if (folder !== undefined) yield join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe');
  }
}
