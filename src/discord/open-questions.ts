import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock.js';
import { parseQuestionPress, questionPressId } from './admin-custom-id.js';
import type { AdminGate } from './admin-gate.js';
import type { ButtonHandler, CommandContext, Reply } from './command.js';
import { buttonRows } from './render/buttons.js';
import { textReply } from './render/text.js';

// As long as the message they stand on can be changed by whoever sent it.
const openMs = 15 * 60_000;
// More than all admins of a server have open at once; each holds what one confirmation needs.
const mostOpen = 50;

/** What happens at a yes; a no changes nothing and is told in a sentence. */
export interface Question {
  readonly ownerId: string;
  /** For the audit log, where somebody answers who may no longer. */
  readonly action: string;
  readonly yes: (context: CommandContext) => Promise<Reply>;
  readonly no: string;
}

/** Questions that wait for a Confirm or Cancel: in memory, for a quarter of an hour, and answered once. */
export interface OpenQuestions {
  /** A message with the two buttons below it. */
  ask(message: Reply, question: Question): Reply;
  readonly buttons: ButtonHandler;
}

const gone =
  'This question is no longer open: it was answered, is older than 15 minutes, or the bot has been restarted. Nothing was done. ' +
  'Give the command again.';

/** None is open at first. */
export function createOpenQuestions(gate: AdminGate, clock: Clock): OpenQuestions {
  const open = new Map<string, OpenQuestion>();
  return {
    ask(message, question) {
      const id = randomBytes(8).toString('hex');
      open.set(id, { ...question, until: clock.now() + openMs });
      for (const old of [...open.keys()].slice(0, -mostOpen)) open.delete(old);
      const idOf = (answer: 'yes' | 'no') => questionPressId({ answer, question: id, ownerId: question.ownerId });
      const confirm = { label: 'Confirm', customId: idOf('yes'), tone: 'danger' } as const;
      return { ...message, components: buttonRows([confirm, { label: 'Cancel', customId: idOf('no') }]) };
    },
    buttons: answerButtons(open, gate, clock),
  };
}

interface OpenQuestion extends Question {
  /** Milliseconds since 1970. */
  readonly until: number;
}

function answerButtons(open: Map<string, OpenQuestion>, gate: AdminGate, clock: Clock): ButtonHandler {
  const take = (id: string) => {
    for (const [old, { until }] of open) if (until <= clock.now()) open.delete(old);
    const question = open.get(id);
    open.delete(id);
    return question;
  };
  return {
    kind: 'qst',
    isForAdmins: true,
    ownerOf: (customId) => parseQuestionPress(customId)?.ownerId,
    forOthers: 'refused',
    refusalOf: (interaction) => {
      const press = parseQuestionPress(interaction.customId);
      return gate.check(interaction, open.get(press?.question ?? '')?.action ?? 'confirm').refusal;
    },
    async run(customId, context) {
      const press = parseQuestionPress(customId);
      const question = press && take(press.question);
      // Its owner stands in the custom id, which could be forged; in here it could not.
      if (question === undefined || question.ownerId !== context.userId) return textReply(gone);
      return press?.answer === 'yes' ? question.yes(context) : textReply(question.no);
    },
  };
}
