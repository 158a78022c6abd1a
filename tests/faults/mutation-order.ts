import { z } from 'zod';
import { mutation } from './mutation.js';

/** One damage to meet. `alone`: without the former generation to go back to. */
export const mutationOrder = z.object({
  number: z.int(),
  template: z.string(),
  work: z.string(),
  questions: z.array(z.string()),
  alone: z.boolean(),
  mutation,
});
export type MutationOrder = z.infer<typeof mutationOrder>;

const met = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('said'),
    said: z.object({ snapshot: z.string(), answers: z.array(z.string()).readonly() }),
  }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  // An error of a kind that says nothing to people.
  z.object({ kind: z.literal('fault'), reason: z.string() }),
]);
export type Met = z.infer<typeof met>;

/** What came of an order. */
export const mutationReply = z.object({ number: z.int(), met });
