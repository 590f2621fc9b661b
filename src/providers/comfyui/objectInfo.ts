import { z } from 'zod';

const options = z.looseObject({
  default: z.unknown().optional(),
  options: z.array(z.unknown()).optional(),
  image_upload: z.boolean().optional(),
});

/** An input is declared as its type, or as the list of what it may be; newer nodes keep that list among the options. */
const declared = z.tuple([z.union([z.string(), z.array(z.unknown())])]).rest(z.unknown());

const classInfo = z.object({
  input: z.object({
    required: z.record(z.string(), declared).default({}),
    optional: z.record(z.string(), declared).default({}),
  }),
});

/** What the server says of a class of nodes: nothing where it has none of that name. */
export const objectInfo = z.record(z.string(), classInfo);

/** What is known of one input. */
export interface InputInfo {
  /** What it may be; nothing where that is not a list. */
  readonly choices: readonly unknown[] | undefined;
  readonly standard: unknown;
}

export interface ClassInfo {
  readonly required: ReadonlyMap<string, InputInfo>;
  readonly optional: ReadonlyMap<string, InputInfo>;
}

export function classInfoOf({ input: { required, optional } }: z.infer<typeof classInfo>): ClassInfo {
  const read = (inputs: Record<string, z.infer<typeof declared>>) =>
    new Map(Object.entries(inputs).map(([name, each]) => [name, inputInfoOf(each)]));
  return { required: read(required), optional: read(optional) };
}

/** Pictures are listed as they lay there before ours came: that list is none to go by. */
function inputInfoOf([type, rest]: z.infer<typeof declared>): InputInfo {
  const parsed = options.safeParse(rest);
  const { default: standard, options: listed, image_upload: isUpload } = parsed.success ? parsed.data : {};
  const choices = Array.isArray(type) ? type : listed;
  return { choices: isUpload === true ? undefined : choices, standard: standard ?? choices?.at(0) };
}
