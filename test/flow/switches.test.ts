import { type SwitchName, switchNames, type Switches, switchValues } from '../photoshop/modules/switches';
import { listen } from '../photoshop/modules/tally';
import type { Running } from '../servers/kit';
import { aService, meetings, type Play } from '../support/meetings';
import { expectClean, onStage } from '../support/onStage';

let server: Running;
let options: Awaited<ReturnType<typeof aService>>['options'];

beforeAll(async () => {
  ({ server, options } = await aService());
});

afterAll(() => server.close());

/** Which values of habits the plugin ran into in a play. */
async function metIn(play: Play, switches: Partial<Switches>, value = ''): Promise<readonly string[]> {
  const heard = listen();
  const stage = await onStage({ ...options, switches });
  await play(stage, value, server);
  expectClean(stage);
  await stage.close();
  heard.stop();
  return [...heard.met];
}

const met = switchNames.flatMap((name) => {
  const plays = meetings[name];
  return plays === 'avoided' ? [] : switchValues[name].flatMap((value) => plays.map((play) => ({ name, value, play })));
});

it.each(met)(
  'the plugin meets $name $value in what it does, and does it well: $play.name',
  async ({ name, value, play }) => {
    expect(await metIn(play, { [name]: value }, value)).toContain(`${name}: ${value}`);
  },
);

const avoided = switchNames.filter((name) => meetings[name] === 'avoided');
const plays = [...new Set(met.map(({ play }) => play))];

it.each(plays.map((play) => [play.name, play] as const))('it %s without meeting any other habit', async (_, play) => {
  const others: Partial<Switches> = Object.fromEntries(avoided.map((name) => [name, switchValues[name].at(-1)]));
  const names = (await metIn(play, others)).map((one) => one.split(':')[0] as SwitchName);
  expect(names.filter((name) => avoided.includes(name))).toEqual([]);
});
