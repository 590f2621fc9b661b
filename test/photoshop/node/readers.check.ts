import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePsd } from '../psd/writePsd';
import { describeDocument } from '../readers/describeDocument';
import { readerDocuments } from '../readers/readerDocuments';

/**
 * Lets independent readers (psd-tools, ImageMagick, ExifTool: Debian's python3-psd-tools, imagemagick,
 * libimage-exiftool-perl) open what the stand-in writes, and holds what they find against the model.
 */
function main(): number {
  const folder = mkdtempSync(join(tmpdir(), 'readers-'));
  try {
    for (const { name, state, unread } of readerDocuments()) {
      const place = join(folder, name);
      mkdirSync(place);
      writeFileSync(join(place, 'document.psd'), writePsd(state));
      const { text, planes } = describeDocument(state, unread);
      writeFileSync(join(place, 'document.json'), text);
      for (const [file, bytes] of planes) writeFileSync(join(place, file), bytes);
    }
    const script = join(__dirname, '..', 'readers', 'compare.py');
    return spawnSync('/usr/bin/python3', [script, folder], { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();
