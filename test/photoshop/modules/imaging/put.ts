import type { Rect } from '../../model/state';
import { readOptions, text, type Options } from '../arguments';
import { demand } from '../rules';
import type { Session } from '../session';
import { recordFor } from './imageData';
import type { ImageRecord } from './imageStore';
import { rectAt } from './rect';

export interface PutOptions {
  readonly options: Options;
  readonly record: ImageRecord;
  readonly bounds: Rect;
  readonly replace: boolean;
  readonly commandName: string;
}

/** What all three put calls share: image data, where its top left corner goes, and whether the rest is thrown away. */
export function readPut(
  session: Session,
  call: string,
  given: unknown,
  extra: readonly string[],
  name: string,
): PutOptions {
  const { book } = session;
  const allowed = ['documentID', 'imageData', 'replace', 'targetBounds', 'commandName', ...extra];
  const options = readOptions(book, call, given, allowed);
  const { imageData, replace = true, targetBounds = { left: 0, top: 0 }, commandName = name } = options;
  const record = recordFor(session, call, imageData);
  demand(book, 'call.argument', typeof replace === 'boolean', `${call} replace is true or false`);
  const { left = 0, top = 0 } = targetBounds as { readonly left?: unknown; readonly top?: unknown };
  for (const edge of [left, top]) {
    demand(book, 'imaging.bounds', Number.isInteger(edge), `${call} targetBounds has an edge of ${String(edge)}`);
  }
  return {
    options,
    record,
    bounds: rectAt(left as number, top as number, record.width, record.height),
    replace,
    commandName: text(book, 'commandName', commandName),
  };
}
