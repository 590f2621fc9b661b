import { a1111 } from './a1111';
import { bfl } from './bfl';
import { comfyui } from './comfyui';
import { fal } from './fal';
import { gemini } from './gemini';
import { openai } from './openai';
import { replicate } from './replicate';
import type { Service } from './service';
import { versely } from './versely';

/** Every service that can be called. The local engine needs none. */
export const services: readonly Service[] = [bfl, gemini, fal, replicate, openai, comfyui, a1111, versely];
