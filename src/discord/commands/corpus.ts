import type { ChatInputCommandInteraction } from 'discord.js';
import type { Actor } from '../../domain/audit-entry.js';
import { UsageError } from '../../domain/errors.js';
import type { IntakeDraft, IntakeOptions } from '../../domain/intake.js';
import type { Offer } from '../../ports/administration.js';
import { changeText } from '../../wording/administration-text.js';
import { printable } from '../../wording/printable.js';
import { longestFilter, parseAdminPage } from '../admin-custom-id.js';
import type { Asker } from '../admin-gate.js';
import type { ButtonHandler, Choice, Command, CommandContext, Reply } from '../command.js';
import { limits } from '../limits.js';
import { showReindex } from '../reindex-view.js';
import { renderCorpus, renderDraft, renderRemoval } from '../render/corpus.js';
import { beginning, clip } from '../render/fit.js';
import { textReply } from '../render/text.js';
import { corpusOptions } from './corpus-options.js';
import type { AdminTools } from './reindex.js';

type CorpusOrder =
  | { readonly kind: 'add'; readonly offer: Offer; readonly options: IntakeOptions }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'list'; readonly text: string };

/** What `/corpus` was given. */
export interface CorpusInput extends Asker {
  /** A sentence where its options don't fit together. */
  readonly order: CorpusOrder | string;
}

/** `/corpus`: articles into the folder and out of it, each confirmed after it was shown, and indexed at once. */
export function createCorpusCommand(tools: AdminTools): Command<CorpusInput> {
  const { gate, administration } = tools;
  return {
    isForAdmins: true,
    definition: {
      name: 'corpus',
      description: 'Change the articles (managers only)',
      ...gate.hiding,
      options: corpusOptions,
    },
    read: (interaction) => {
      const name = interaction.options.getSubcommand();
      return { ...gate.check(interaction, `corpus ${name}`), order: readOrder(name, interaction) };
    },
    visibility: () => 'ephemeral',
    async run({ who, refusal, order }, context) {
      if (refusal !== undefined) return textReply(refusal);
      if (typeof order === 'string') throw new UsageError(order);
      switch (order.kind) {
        case 'add':
          return offer(tools, who, order, context);
        case 'remove':
          return offerRemoval(tools, who, order.name);
        case 'list':
          return renderCorpus(await administration.list({ text: order.text }), { ...order, ownerId: who.id });
      }
    },
    suggest: async (_option, typed) =>
      (await administration.suggestArticles(beginning(typed, limits.choice))).flatMap(choiceOf),
  };
}

/** The page buttons below `/corpus list`. */
export function createCorpusPages({ administration, gate }: AdminTools): ButtonHandler {
  return {
    kind: 'cor',
    isForAdmins: true,
    ownerOf: (customId) => parseAdminPage('cor', customId)?.ownerId,
    forOthers: 'refused',
    refusalOf: (interaction) => gate.check(interaction, 'corpus list').refusal,
    async run(customId) {
      const page = parseAdminPage('cor', customId);
      if (page === undefined) throw new RangeError('a page button was run that ownerOf refuses');
      return renderCorpus(await administration.list(page), page);
    },
  };
}

function readOrder(name: string, { options: given }: ChatInputCommandInteraction): CorpusOrder | string {
  if (name === 'remove') return { kind: 'remove', name: given.getString('article', true).trim() };
  if (name === 'list') return { kind: 'list', text: beginning(given.getString('text') ?? '', longestFilter) };
  if (name !== 'add') throw new RangeError(`/corpus has no subcommand ${name}`);
  const file = given.getAttachment('file');
  const address = given.getString('url')?.trim() || undefined;
  if ((file === null) === (address === undefined)) return 'Give a file or an address, and one of them only.';
  const replace = { replace: given.getBoolean('replace') ?? false };
  if (address !== undefined) return { kind: 'add', offer: { kind: 'address', address }, options: replace };
  if (file === null) return 'There is no file.';
  const attachment = { name: file.name, url: file.url, bytes: file.size };
  return { kind: 'add', offer: { kind: 'attachment', attachment }, options: replace };
}

/** Shows what would be written, and asks. */
async function offer(
  { administration, questions, clock }: AdminTools,
  who: Actor,
  { offer: offered, options: given }: Extract<CorpusOrder, { kind: 'add' }>,
  { signal }: CommandContext,
): Promise<Reply> {
  const preview = await administration.preview(offered, given, signal);
  if (preview.kind === 'refused') return textReply(preview.reason);
  const { draft } = preview;
  return questions.ask(renderDraft(draft), {
    ownerId: who.id,
    action: 'corpus add',
    no: 'Nothing was written.',
    yes: async (context) => {
      const progress = showReindex(context, clock, { head: headOf(draft) });
      return textReply(changeText(await administration.add(who, draft, progress)));
    },
  });
}

/** Says what would go, and asks. */
async function offerRemoval(
  { administration, questions, clock }: AdminTools,
  who: Actor,
  name: string,
): Promise<Reply> {
  const target = await administration.findRemovable(name);
  if (target.kind === 'refused') return textReply(target.reason);
  const known = await administration.suggestArticles(target.article ?? '');
  return questions.ask(
    renderRemoval(
      target,
      known.find(({ id }) => id === target.article),
    ),
    {
      ownerId: who.id,
      action: 'corpus remove',
      no: 'Nothing was removed.',
      yes: async (context) => {
        const progress = showReindex(context, clock, { head: `Taking ${target.file} out.` });
        return textReply(changeText(await administration.remove(who, target.file, progress, target.digest)));
      },
    },
  );
}

function headOf({ title, file }: IntakeDraft): string {
  return `Adding "${printable(title)}" as ${file}.`;
}

function choiceOf({ id, title }: { readonly id: string; readonly title: string }): Choice[] {
  // Longer ids can be typed.
  return id.length > limits.choice
    ? []
    : [{ name: clip(printable(`${title} (${id})`).trim(), limits.choice), value: id }];
}
