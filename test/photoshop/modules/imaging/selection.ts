import { canvasOf, heightOf, intersectRects, noRect, widthOf } from '../../model/rects';
import { createSamples } from '../../model/samples';
import type { Coverage } from '../../model/state';
import { readOptions } from '../arguments';
import { imagingCall } from '../calls';
import { platformError } from '../errors';
import type { Session } from '../session';
import type { OpenDocument } from '../workspace';
import { combineCoverage, coverageImage, coverageToDepth, cropCoverage, grayFor, trimCoverage } from './coverage';
import { createImageData } from './imageData';
import { readPut } from './put';
import { demandContent, imagingDocument, maskDepth, readRect, readTargetSize } from './read';

/** The selection within the given bounds, cut down to what is selected. */
export function getSelection(session: Session, given: unknown) {
  return imagingCall(session, 'getSelection', () => {
    const options = readOptions(session.book, 'getSelection', given, ['documentID', 'sourceBounds', 'targetSize']);
    const document = imagingDocument(session, options);
    const wanted = readRect(session, 'getSelection', options['sourceBounds']) ?? canvasOf(document.state);
    const target = readTargetSize(session, 'getSelection', options['targetSize']);
    const { selection } = document.state;
    if (!selection) return nothingSelected(session, document);
    const inside = cropCoverage(selection, intersectRects(selection.bounds, wanted));
    const trimmed = trimCoverage(inside) ?? cropCoverage(inside, noRect);
    demandContent(session, trimmed.bounds);
    return coverageImage(session, coverageToDepth(trimmed, maskDepth(session, document.state)), wanted, target);
  });
}

function nothingSelected(session: Session, { state }: OpenDocument) {
  const depth = maskDepth(session, state);
  const blank = (width: number, height: number) =>
    createImageData(session, {
      width, height, space: 'Grayscale', profile: '', components: 1, data: createSamples(depth, width * height),
    }); // prettier-ignore
  switch (session.switches.noSelection) {
    case 'reject':
      throw platformError('There is no selection.', -25920);
    case 'noImageData':
      return { imageData: undefined, sourceBounds: { ...noRect } };
    case 'zeroSize':
      return { imageData: blank(0, 0), sourceBounds: { ...noRect } };
    case 'allZero': {
      const canvas = canvasOf(state);
      return { imageData: blank(widthOf(canvas), heightOf(canvas)), sourceBounds: canvas };
    }
  }
}

/** Makes gray data the selection, or adds it to the one that is there. */
export function putSelection(session: Session, given: unknown): Promise<void> {
  return imagingCall(session, 'putSelection', () => {
    const { options, record, bounds, replace, commandName } = readPut(session, 'putSelection', given, [], 'Selection');
    const document = imagingDocument(session, options);
    const block: Coverage = { bounds, samples: grayFor(session, document.state, 'putSelection', record) };
    const before = replace ? undefined : document.state.selection;
    const whole = before ? combineCoverage(block, before, Math.max) : block;
    setSelection(session, document, trimCoverage(whole), commandName);
  });
}

/** Changes what is selected; nothing where `selection` is absent. */
export function setSelection(
  session: Session,
  document: OpenDocument,
  selection: Coverage | undefined,
  historyName: string,
): void {
  const { selection: _before, ...rest } = document.state;
  if (!selection && !_before) return;
  document.history.commit({ ...rest, ...(selection && { selection }) }, historyName);
  session.reportHistory(document);
}
