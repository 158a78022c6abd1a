import type { InteractionEditReplyOptions } from 'discord.js';
import type { Reply } from './command.js';

/** The body of a message or an edit. Every part is named, so that an edit leaves nothing of what stood there. */
export function messagePayload(reply: Reply) {
  return {
    content: reply.content ?? '',
    embeds: reply.embeds ?? [],
    components: reply.components ?? [],
    allowedMentions: { parse: [] },
  } satisfies InteractionEditReplyOptions;
}
