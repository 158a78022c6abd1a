import { z } from 'zod';

/** How a process dies at a step: before it, in the middle of it, or with the machine, unconfirmed writes lost. */
export const deaths = ['before', 'middle', 'power: content', 'power: names'] as const;

/** The order to a process that is to die. `at` counts steps from 1; beyond the last it lives and lists them. */
export const killOrder = z.object({
  dataDir: z.string(),
  scenario: z.int().nonnegative(),
  at: z.int().positive(),
  death: z.enum(deaths),
});
export type KillOrder = z.infer<typeof killOrder>;

/** The steps of an undisturbed run. */
export const stepList = z.array(z.object({ call: z.string(), file: z.string(), halves: z.boolean() }));

const said = z.object({ snapshot: z.string(), answers: z.array(z.string()).readonly() });

/** What a later process finds in one folder. */
export const finding = z.object({
  dataDir: z.string(),
  loaded: said.nullable(),
  outcome: z.string(),
  afterwards: said.nullable(),
  names: z.array(z.string()),
  fault: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;
