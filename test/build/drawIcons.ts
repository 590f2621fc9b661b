import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcons } from './icons';
import { root } from './root';
import { runCommand } from './runCommand';

// Draws the icons that the manifest names into icons/. To be run after a change of `icons.ts`, and committed.
runCommand(() => {
  for (const [name, content] of drawIcons()) writeFileSync(join(root, 'icons', name), content);
});
