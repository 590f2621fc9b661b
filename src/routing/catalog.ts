import { a1111, a1111Models } from './catalog/a1111';
import { bfl, bflModels } from './catalog/bfl';
import { comfyui, comfyuiModels } from './catalog/comfyui';
import { fal, falModels } from './catalog/fal';
import { gemini, geminiModels } from './catalog/gemini';
import { inlayLocal, localProvider } from './catalog/local';
import { openai, openaiModels } from './catalog/openai';
import { replicate, replicateModels } from './catalog/replicate';
import { versely, verselyModels } from './catalog/versely';
import type { Catalog } from './model';

/** The models that can be called, as data; a file of the retoucher's may take its place (`importCatalog.ts`). */
export const catalog: Catalog = {
  version: 1,
  providers: [localProvider, bfl, gemini, fal, replicate, openai, comfyui, a1111, versely],
  models: [
    inlayLocal,
    ...bflModels,
    ...geminiModels,
    ...falModels,
    ...replicateModels,
    ...openaiModels,
    ...comfyuiModels,
    ...a1111Models,
    ...verselyModels,
  ],
};

export { inlayLocal } from './catalog/local';
