import { ApplicationCommandOptionType } from 'discord.js';
import type { Recorded } from '../../domain/administration.js';
import type { Actor } from '../../domain/audit-entry.js';
import type { ReindexOptions, ReindexOutcome } from '../../domain/reindex.js';
import type { Administration } from '../../ports/administration.js';
import type { Clock } from '../../ports/clock.js';
import { joinedText, unrecordedText } from '../../wording/administration-text.js';
import { parseStopPress } from '../admin-custom-id.js';
import type { AdminGate, Asker } from '../admin-gate.js';
import type { ButtonHandler, Command, CommandContext, Reply } from '../command.js';
import type { OpenQuestions } from '../open-questions.js';
import { showReindex } from '../reindex-view.js';
import { renderDrop, renderOutcome } from '../render/reindex.js';
import { textReply } from '../render/text.js';

/** What the commands for admins work with. */
export interface AdminTools {
  readonly administration: Administration;
  readonly gate: AdminGate;
  readonly questions: OpenQuestions;
  readonly clock: Clock;
}

/** What `/reindex` was given. */
export interface ReindexInput extends Asker {
  readonly options: ReindexOptions;
}

/** `/reindex`: reads the articles again while the present index goes on answering. */
export function createReindexCommand(tools: AdminTools): Command<ReindexInput> {
  return {
    isForAdmins: true,
    definition: {
      name: 'reindex',
      description: 'Read the articles again (managers only)',
      ...tools.gate.hiding,
      options: [
        { type: ApplicationCommandOptionType.Boolean, name: 'full', description: 'Make every vector anew' },
        { type: ApplicationCommandOptionType.Boolean, name: 'dry_run', description: 'Only say what would change' },
      ],
    },
    read: (interaction) => ({
      ...tools.gate.check(interaction, 'reindex'),
      options: {
        full: interaction.options.getBoolean('full') ?? false,
        dryRun: interaction.options.getBoolean('dry_run') ?? false,
      },
    }),
    visibility: () => 'ephemeral',
    run: async ({ who, refusal, options }, context) =>
      refusal === undefined ? reindex(tools, who, options, context) : textReply(refusal),
  };
}

/** The button below a running re-index: whoever may re-index may stop one, their own or not. */
export function createStopButton({ administration, gate }: AdminTools): ButtonHandler {
  return {
    kind: 'stp',
    isForAdmins: true,
    ownerOf: parseStopPress,
    forOthers: 'in-place',
    refusalOf: (interaction) => gate.check(interaction, 'stop-reindex').refusal,
    async run(_customId, { userId, userName }) {
      const stopped = await administration.stopReindex({ id: userId, name: userName });
      if (stopped === undefined) {
        return textReply('No re-index is under way any more. /index history says how the last one ended.');
      }
      // The same that the message of the re-index will say: whichever of the two comes last.
      return renderOutcome(stopped.outcome, unrecordedText(stopped));
    },
  };
}

/** Runs or joins one, and asks where it would drop too many articles. */
async function reindex(
  tools: AdminTools,
  who: Actor,
  options: ReindexOptions,
  context: CommandContext,
): Promise<Reply> {
  const { administration, questions, clock } = tools;
  const isDryRun = options.dryRun ?? false;
  const head = isDryRun ? 'Looking what would change.' : joinedText(administration.running);
  const ended = await administration.reindex(who, options, showReindex(context, clock, { head, isDryRun }));
  const { outcome } = ended;
  if (outcome.kind !== 'drop-refused') return renderEnd(ended);
  return questions.ask(renderDrop(outcome.report), {
    ownerId: who.id,
    action: 'reindex',
    no: 'Nothing was dropped. The index that was serving still is.',
    // What more would go by then is asked about again.
    yes: (later) => reindex(tools, who, { ...options, mayDrop: outcome.report.removed }, later),
  });
}

function renderEnd(ended: Recorded<ReindexOutcome>): Reply {
  return renderOutcome(ended.outcome, unrecordedText(ended));
}
