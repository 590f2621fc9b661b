import { startServer } from '../../servers/kit';
import { plain, writePicture } from '../../servers/picture';

/** A service of fixed latency, in ms, as a process of its own: it tells its address, and ends with whoever began it. */
const latencyMs = Number(process.argv[2]);

const data = Buffer.from(writePicture(plain(256, 256, [90, 120, 60]))).toString('base64');
const parts = [{ inlineData: { mimeType: 'image/png', data } }];
const reply = { status: 200, body: { candidates: [{ content: { parts }, finishReason: 'STOP' }] } };

process.once('disconnect', () => process.exit());
void startServer({ stageOf: () => 'submit', answer: later }).then(({ address }) => process.send?.(address));

function later(): Promise<typeof reply> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(reply);
    }, latencyMs);
  });
}
