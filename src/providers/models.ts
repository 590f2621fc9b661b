import type { EditModel, ModelSpec, Reach } from '../routing/model';
import { connect } from './connect';
import { createGate } from './gate';
import { services } from './index';
import { createLane } from './lane';
import { local } from './local';
import type { Service, ServiceTools } from './service';

export interface ModelTools extends ServiceTools {
  readonly reach: Reach;
  /** How many edits a service works on at once, where that is to be fewer than it would. */
  readonly most?: number;
}

/**
 * Those models of a catalog that somebody here can serve, each with its service behind it. The services stay the same
 * whatever catalog is asked for: who works or waits there goes on, and is counted with what comes.
 */
export function createServing(tools: ModelTools): (specs: readonly ModelSpec[]) => readonly EditModel[] {
  const running = new Map(services.map((service) => [service.spec.id, start(service, tools)]));
  return (specs) =>
    specs.flatMap((spec) => {
      if (spec.provider === local.spec.provider) return [local];
      const edit = running.get(spec.provider);
      return edit === undefined
        ? []
        : [{ spec, edit: (call, context) => edit(spec, call, context) } satisfies EditModel];
    });
}

/** One connection, one gate and one lane for all models of a service. */
function start(service: Service, tools: ModelTools) {
  const connected = (to: Service) => {
    const lane = createLane(Math.min(to.spec.concurrency, tools.most ?? Infinity));
    return connect(to, tools.reach, { gate: createGate(tools.pace, tools.random), lane }, tools);
  };
  const storage = services.find(({ spec }) => spec.id === service.spec.uploadsThrough);
  const provider = service.create(connected(service), tools, storage && connected(storage));
  return (spec: ModelSpec, ...[call, context]: Parameters<EditModel['edit']>) => provider.edit(spec, call, context);
}
