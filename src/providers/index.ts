import { bfl } from './bfl';
import type { Service } from './service';

/** Every service that can be called. The local engine needs none. */
export const services: readonly Service[] = [bfl];
