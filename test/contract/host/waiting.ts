import type { DocumentId } from '../../../src/base/ids';
import type { Holder } from '../../photoshop/modules/modal/ownership';
import { tiny, tinyCanvas } from '../../support/documents/tiny';
import { claim, claimEqual, claimFails } from '../claims';
import { calm, type HostCase, turn } from './case';

export const waiting: readonly HostCase[] = [
  busy({ kind: 'plugin', id: 'com.example.slow' }, { holder: 'the plugin com.example.slow' }),
  busy({ kind: 'dialog' }, {}),
  busy({ kind: 'tool' }, {}),
  {
    name: 'a short wait for another plugin is not felt',
    async run(host, { user, takeModal, releaseModal }) {
      const document = user.open(tiny(), 'photo.psd');
      takeModal({ kind: 'plugin', id: 'com.example.quick' });
      const read = host.readPixels(document as DocumentId, 'composite', tinyCanvas, calm);
      await turn(20);
      releaseModal();
      claimEqual((await read).width, 40, 'the width');
    },
  },
  {
    name: 'what failed for being busy works afterwards, and so does what waited behind it',
    async run(host, { user, takeModal, releaseModal, skip }) {
      const document = user.open(tiny(), 'photo.psd');
      const read = () => host.readPixels(document as DocumentId, 'composite', tinyCanvas, calm);
      takeModal({ kind: 'dialog' });
      const [first, second] = [read(), read()];
      const failed = claimFails(first, 'host.busy');
      await turn(20);
      skip(4000);
      await failed;
      releaseModal();
      claimEqual((await second).width, 40, 'the width of what waited');
      claimEqual((await read()).width, 40, 'the width afterwards');
    },
  },
];

function busy(holder: Holder, details: object): HostCase {
  return {
    name: `Photoshop held by a ${holder.kind} is busy, and the document is left alone`,
    async run(host, { user, state, takeModal, releaseModal, skip }) {
      const document = user.open(tiny(), 'photo.psd');
      const before = state(document);
      takeModal(holder);
      const read = claimFails(host.readPixels(document as DocumentId, 'composite', tinyCanvas, calm), 'host.busy');
      await turn(20);
      skip(4000);
      claimEqual(await read, details, 'the details');
      releaseModal();
      claim(state(document) === before, 'the document is as before');
    },
  };
}
