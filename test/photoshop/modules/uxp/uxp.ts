import { text } from '../arguments';
import { hostTurn } from '../calls';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import { createEntrypointsModule, type Entrypoints } from './entrypoints';
import type { Kept } from './kept';
import { createLocalFileSystem, type PickerAnswers, type PluginFolders } from './localFileSystem';
import type { Manifest } from './manifest';
import { createSecureStorage } from './secureStorage';
import { domains, fileTypes, formats, modes, types } from './storageConstants';
import { storageErrors } from './storageErrors';

export interface UxpParts {
  readonly manifest: Manifest;
  readonly folders: PluginFolders;
  readonly pickers: PickerAnswers;
  readonly kept: Kept;
  readonly entrypoints: Entrypoints;
  /** Where the user was sent. */
  readonly opened: string[];
  readonly hostVersion: string;
  readonly language: string;
}

/** `require('uxp')`. */
export function createUxp(session: Session, parts: UxpParts) {
  const { book } = session;
  const localFileSystem = createLocalFileSystem(session, parts.folders, parts.pickers, parts.kept);
  return strict(book, 'uxp', {
    storage: strict(book, 'storage', {
      localFileSystem,
      secureStorage: createSecureStorage(session, parts.kept.secrets),
      formats: strict(book, 'formats', { ...formats }),
      modes: strict(book, 'modes', { ...modes }),
      types: strict(book, 'types', { ...types }),
      domains: strict(book, 'domains', { ...domains }),
      fileTypes: strict(book, 'fileTypes', { ...fileTypes }),
      errors: strict(book, 'errors', { ...storageErrors }),
    }),
    entrypoints: createEntrypointsModule(session, parts.entrypoints),
    host: strict(book, 'host', { name: 'Photoshop', version: parts.hostVersion, uiLocale: parts.language }),
    versions: strict(book, 'versions', { uxp: 'uxp-9.2.0', plugin: parts.manifest.version }),
    shell: createShell(session, parts),
  });
}

function createShell(session: Session, { manifest, opened }: UxpParts) {
  const { book } = session;
  const launch = manifest.requiredPermissions?.launchProcess;
  return strict(book, 'shell', {
    async openExternal(url: unknown, _reason?: unknown): Promise<string> {
      const address = text(book, 'openExternal', url);
      const scheme = address.slice(0, address.indexOf(':'));
      demand(book, 'shell.permission', (launch?.schemes ?? []).includes(scheme), `openExternal("${address}")`);
      await hostTurn(session, 'openExternal');
      opened.push(address);
      return '';
    },
    async openPath(path: unknown, _reason?: unknown): Promise<string> {
      const place = text(book, 'openPath', path);
      const ending = place.includes('.') ? place.slice(place.lastIndexOf('.')) : '';
      demand(book, 'shell.permission', (launch?.extensions ?? []).includes(ending), `openPath("${place}")`);
      await hostTurn(session, 'openPath');
      opened.push(place);
      return '';
    },
  });
}
