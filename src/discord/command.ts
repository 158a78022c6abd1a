import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIEmbed,
  ButtonInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';

/** Who sees an answer. Fixed by the first response; nothing changes it later. */
export type Visibility = 'public' | 'ephemeral';

/** A message, as a value. Mentions are off for all of them (client.ts). */
export interface Reply {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIActionRowComponent<APIButtonComponent>[];
  /** The same in short, within 2,000 characters and without embeds: sent where Discord refuses the rest. */
  readonly plain: string;
}

/** What a running command may use of the world. */
export interface CommandContext {
  /** Aborted when the answer can no longer be delivered, or the program ends. */
  readonly signal: AbortSignal;
  /** The id of whoever asked. */
  readonly userId: string;
  /** Their name, as they chose it. */
  readonly userName: string;
  /** Shows something meanwhile; of several in quick succession only the last is shown. */
  readonly showProgress: (reply: Reply) => void;
  /** For work that goes on when the answer can no longer be delivered: what is said then, instead of that it was stopped. */
  readonly sayWhenLate: (reply: Reply) => void;
}

/**
 * A slash command. It returns its reply and never sends: so `run` is tested with plain values. Methods, not function
 * properties: that lets a list hold commands of different inputs, and only the router pairs `read` with `run`.
 */
export interface Command<Input = unknown> {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Whether it is for admins: these are few, and their work is long, so that it is not counted (places.ts). */
  readonly isForAdmins?: boolean;
  /** The only lines that touch options. Must be quick: it runs before the deferral. */
  read(interaction: ChatInputCommandInteraction): Input;
  visibility(input: Input): Visibility;
  run(input: Input, context: CommandContext): Promise<Reply>;
  /** Suggestions for what has been typed in an option with autocomplete. */
  suggest?(option: string, typed: string): Promise<readonly Choice[]>;
}

/** A suggestion: what is shown, and what the option gets where it is taken. Anything else may be submitted all the same. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What stands behind the buttons of one kind. Everything a press means is in its custom id: restarts lose nothing. */
export interface ButtonHandler {
  /** The custom id's first part, up to the colon. */
  readonly kind: string;
  /** As with a command: the stop of a re-index must get through. */
  readonly isForAdmins?: boolean;
  /** The id of the user whose button it is; `undefined` for a custom id this handler did not make. */
  ownerOf(customId: string): string | undefined;
  /** What a press by anybody else does: nothing; it gives them a message of their own that only they see; or what the owner's does. */
  readonly forOthers: 'refused' | 'own-copy' | 'in-place';
  /** Why whoever pressed may not, owner or not; `undefined` where they may. Must be quick: it runs before the deferral. */
  refusalOf?(interaction: ButtonInteraction): string | undefined;
  /** The buttons of the reply belong to the user of the context. */
  run(customId: string, context: CommandContext): Promise<Reply>;
}
