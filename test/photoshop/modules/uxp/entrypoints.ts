import { readOptions } from '../arguments';
import { demand } from '../rules';
import type { Session } from '../session';
import { strict } from '../strict';
import type { Manifest } from './manifest';

export class EntryPointsError extends Error {
  override readonly name = 'EntryPointsError';
}

type Lifecycle = (...given: unknown[]) => unknown;

interface PanelMethods {
  readonly create?: Lifecycle;
  readonly show?: Lifecycle;
  readonly hide?: Lifecycle;
  readonly destroy?: Lifecycle;
  readonly invokeMenu?: Lifecycle;
  readonly menuItems?: readonly MenuItem[];
}

type MenuItem = '-' | { readonly id: string; readonly label: string; checked?: boolean; enabled?: boolean };

type CommandMethods = Lifecycle | { readonly run: Lifecycle; readonly cancel?: Lifecycle };

interface Setup {
  readonly panels: Readonly<Record<string, PanelMethods>>;
  readonly commands: Readonly<Record<string, CommandMethods>>;
  readonly plugin: { readonly create?: Lifecycle; readonly destroy?: Lifecycle };
}

/** A lifecycle method that takes longer than this has failed. */
const lifecycleLimitMs = 300;
/** A setup that comes later than this after the start of the bundle is lost. */
const setupLimitMs = 20;

/** The entry points of the plugin, on the side of the host. */
export class Entrypoints {
  private setUp: Setup | undefined;
  private bundleStarted: number | undefined;
  private bundleEnded = false;
  private readonly shown = new Set<string>();
  private readonly created = new Set<string>();

  constructor(
    private readonly session: Session,
    private readonly manifest: Manifest,
  ) {}

  /** Says when the plugin's script begins and ends: `setup` has to come between, or very soon after. */
  bundleBegins(): void {
    this.bundleStarted = this.session.clock.now();
    this.bundleEnded = false;
  }

  bundleEnds(): void {
    this.bundleEnded = true;
  }

  setup(given: unknown): void {
    const { book } = this.session;
    const twice = new EntryPointsError('entrypoints.setup was called already');
    demand(book, 'entrypoints.setup', this.setUp === undefined, 'a second call of setup', twice);
    const late = new TypeError("Cannot read properties of undefined (reading '_isSet')");
    demand(book, 'entrypoints.setup', !this.isLate(), 'setup long after the start of the script', late);
    const {
      plugin = {},
      panels = {},
      commands = {},
    } = readOptions(book, 'setup', given, ['plugin', 'panels', 'commands']);
    const setUp = { plugin, panels, commands } as Setup;
    const hasCreate = Object.keys(setUp.plugin).length === 0 || typeof setUp.plugin.create === 'function';
    demand(
      book,
      'entrypoints.setup',
      hasCreate,
      'plugin without create',
      new EntryPointsError('plugin.create is missing'),
    );
    this.demandDeclared('panel', Object.keys(setUp.panels));
    this.demandDeclared('command', Object.keys(setUp.commands));
    this.setUp = setUp;
    if (setUp.plugin.create) void this.timed('plugin.create', setUp.plugin.create);
  }

  private isLate(): boolean {
    if (this.bundleStarted === undefined || !this.bundleEnded) return false;
    return this.session.clock.now() - this.bundleStarted > setupLimitMs;
  }

  private demandDeclared(type: string, ids: readonly string[]): void {
    const declared = (this.manifest.entrypoints ?? []).filter((entry) => entry.type === type).map((entry) => entry.id);
    for (const id of ids) {
      const answer = new EntryPointsError(`The manifest declares no ${type} "${id}"`);
      demand(
        this.session.book,
        'entrypoints.setup',
        declared.includes(id),
        `${type} ${id} is not in the manifest`,
        answer,
      );
    }
  }

  async createPanel(id: string, rootNode: unknown): Promise<void> {
    this.created.add(id);
    await this.timed(`${id}.create`, () => this.panel(id).create?.(rootNode));
  }

  async showPanel(id: string, rootNode: unknown): Promise<void> {
    this.session.events.emit('UI', 'panelVisibilityChanged', { panelID: id, visible: true });
    const { panelEvents } = this.session.switches;
    if (panelEvents === 'none' || (panelEvents === 'showOnce' && this.shown.has(id))) return;
    this.shown.add(id);
    await this.timed(`${id}.show`, () => this.panel(id).show?.(rootNode, undefined));
  }

  async hidePanel(id: string, rootNode: unknown): Promise<void> {
    this.session.events.emit('UI', 'panelVisibilityChanged', { panelID: id, visible: false });
    if (this.session.switches.panelEvents !== 'all') return;
    await this.timed(`${id}.hide`, () => this.panel(id).hide?.(rootNode, undefined));
  }

  async destroyPanel(id: string, rootNode: unknown): Promise<void> {
    await this.timed(`${id}.destroy`, () => this.panel(id).destroy?.(rootNode));
  }

  async destroyPlugin(): Promise<void> {
    await this.timed('plugin.destroy', () => this.setUp?.plugin.destroy?.());
  }

  async invokeMenu(panel: string, item: string): Promise<void> {
    await this.panel(panel).invokeMenu?.(item);
  }

  /** Runs a menu command of the plugin; answers what it answers. */
  runCommand(id: string, ...given: unknown[]): unknown {
    const command = this.setUp?.commands[id];
    if (!command) throw new EntryPointsError(`There is no command "${id}"`);
    const context = { isCancelled: false };
    return typeof command === 'function' ? command(...given) : command.run(context, ...given);
  }

  get panels(): readonly string[] {
    return Object.keys(this.setUp?.panels ?? {});
  }

  menuItemsOf(id: string): readonly MenuItem[] {
    return this.panel(id).menuItems ?? [];
  }

  private panel(id: string): PanelMethods {
    const panel = this.setUp?.panels[id];
    if (!panel) throw new EntryPointsError(`There is no panel "${id}"`);
    return panel;
  }

  private async timed(name: string, call: () => unknown): Promise<void> {
    const { book, clock } = this.session;
    book.test('entrypoints.slow');
    const { done, stop } = clock.wait(lifecycleLimitMs);
    const late = done.then(
      () => void book.refuse('entrypoints.slow', `${name} took longer than ${lifecycleLimitMs} ms`),
    );
    await Promise.race([Promise.resolve(call()), late]);
    stop();
  }
}

/** `require('uxp').entrypoints`. */
export function createEntrypointsModule({ book }: Session, entrypoints: Entrypoints) {
  return strict(book, 'entrypoints', {
    setup: (given: unknown) => entrypoints.setup(given),
    getPanel: (id: string) =>
      strict(book, 'UxpPanelInfo', {
        id,
        menuItems: strict(book, 'UxpMenuItems', {
          size: entrypoints.menuItemsOf(id).length,
          getItem: (item: string) =>
            entrypoints.menuItemsOf(id).find((one) => typeof one === 'object' && one.id === item) ?? null,
        }),
      }),
  });
}
