import { createHash } from 'node:crypto';
import { type REST, type RESTPostAPIChatInputApplicationCommandsJSONBody, Routes } from 'discord.js';
import { z } from 'zod';
import { messageOf } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';

type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Where the note on what was deployed last is kept between runs. */
export interface DeploymentNote {
  /** What was written last; `undefined` when nothing was. */
  read(): Promise<string | undefined>;
  write(note: string): Promise<void>;
}

/** What deploying needs. */
export interface Deployment {
  readonly rest: REST;
  readonly applicationId: string;
  /** This server only; `undefined` for all. */
  readonly guildId: string | undefined;
  readonly definitions: readonly Definition[];
  readonly note: DeploymentNote;
  readonly logger: Logger;
}

const noteShape = z.object({ scope: z.string(), hash: z.string() });

/**
 * Deploys the commands where their definitions differ from what was deployed last. A failure is logged, and the next
 * start tries again: the bot answers whatever commands there are.
 */
export async function deployCommands(deployment: Deployment): Promise<void> {
  const { guildId, note, logger } = deployment;
  const scope = guildId ?? 'global';
  const definitions = deployment.definitions.map((definition) => scoped(definition, guildId));
  const hash = createHash('sha256')
    .update(JSON.stringify([deployment.applicationId, definitions]))
    .digest('hex');
  try {
    const last = parseNote(await note.read());
    if (last?.scope === scope && last.hash === hash) return;
    if (last !== undefined && last.scope !== scope) await withdraw(deployment, last.scope);
    await deployment.rest.put(route(deployment.applicationId, scope), { body: definitions });
    await note.write(JSON.stringify({ scope, hash }));
    logger.info('the commands were deployed', { scope, commands: definitions.length });
  } catch (error) {
    const advice =
      guildId === undefined ? '' : ' Has the bot been invited to DISCORD_GUILD_ID with applications.commands?';
    logger.error(`The commands could not be deployed.${advice}`, { scope, reason: messageOf(error) });
  }
}

/** In two scopes at once every command is shown twice. */
async function withdraw({ rest, applicationId, logger }: Deployment, scope: string): Promise<void> {
  try {
    await rest.put(route(applicationId, scope), { body: [] });
  } catch (error) {
    // The bot may have left that server; then its commands are gone as well.
    logger.warn('the commands of the former scope could not be withdrawn', { scope, reason: messageOf(error) });
  }
}

/** A server's own commands know no contexts: they are in that server and nowhere else. */
function scoped(definition: Definition, guildId: string | undefined): Definition {
  if (guildId === undefined) return definition;
  const { contexts: _, integration_types: __, ...rest } = definition;
  return rest;
}

function route(applicationId: string, scope: string) {
  return scope === 'global'
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, scope);
}

function parseNote(text: string | undefined): z.infer<typeof noteShape> | undefined {
  if (text === undefined) return undefined;
  try {
    return noteShape.safeParse(JSON.parse(text)).data;
  } catch {
    // A damaged note is as good as none: the commands are deployed once more.
    return undefined;
  }
}
