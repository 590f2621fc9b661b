import { join } from 'node:path';

/** The project's own folder. */
export const root = join(__dirname, '..', '..');

export const distFolder = join(root, 'dist');
