import path from 'node:path';
import { z } from 'zod';
import { type AllowedHost, parseAllowedHost } from './domain/allowed-host.js';
import { ConfigError } from './domain/errors.js';

const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id (17 to 20 digits)');
const blankAsUnset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsUnset, schema.optional());
const withDefault = (value: string) => z.preprocess(blankAsUnset, z.string().default(value));
const list = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[\s,]+/).filter((part) => part !== '') : []),
    z.array(one),
  );

const allowedHost = z.string().transform((written, context): AllowedHost => {
  const host = parseAllowedHost(written);
  if (host !== undefined) return host;
  context.addIssue({ code: 'custom', message: 'must be hosts such as example.org, *.example.org or example.org:8443' });
  return z.NEVER;
});

// A fifth. A day's tidying takes a few articles out of hundreds; a folder that is not mounted, a wrong CORPUS_DIR or half a copy
// takes out most of them. In between a person knows, and is asked once.
const defaultDropShare = 0.2;

/** Its files would be read as articles, what was removed from the corpus among them, and each re-index would find new ones. */
function refuseDataInCorpus({ CORPUS_DIR, DATA_DIR }: { CORPUS_DIR: string; DATA_DIR: string }): boolean {
  const below = path.relative(path.resolve(CORPUS_DIR), path.resolve(DATA_DIR));
  return path.isAbsolute(below) || below.split(path.sep).some((part) => part.startsWith('.'));
}

const settings = z.object({
  CORPUS_DIR: withDefault('corpus'),
  DATA_DIR: withDefault('data'),
  WATCH_CORPUS: z.preprocess(
    blankAsUnset,
    z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  ),
  CONFIRM_DROP_SHARE: z.preprocess(
    blankAsUnset,
    z.coerce
      .number({ error: 'must be a number from 0 to 1, such as 0.2' })
      .min(0, 'must be at least 0')
      .max(1, 'must be at most 1')
      .default(defaultDropShare),
  ),
  ALLOWED_HOSTS: list(allowedHost),
  EMBEDDINGS: z.preprocess(
    blankAsUnset,
    z
      .string()
      .regex(/^(builtin|ollama:\S+|openai:\S+)$/, 'must be builtin, ollama:NAME or openai:NAME')
      .default('builtin'),
  ),
  OLLAMA_BASE_URL: optional(z.url()),
  OPENAI_API_KEY: optional(z.string()),
  OPENAI_BASE_URL: optional(z.url()),
  DISCORD_TOKEN: optional(z.string()),
  DISCORD_GUILD_ID: optional(snowflake),
  DISCORD_API_BASE: optional(z.url()),
  ADMIN_ROLE_IDS: list(snowflake),
});

const environment = settings.refine(refuseDataInCorpus, {
  path: ['DATA_DIR'],
  message: 'must not lie in CORPUS_DIR, whose files are articles',
  // Named together with whatever else is wrong.
  when: ({ value }) => settings.pick({ CORPUS_DIR: true, DATA_DIR: true }).safeParse(value).success,
});

/** Which embedder makes the vectors: the built-in one, or a model behind an address. */
export type EmbeddingsChoice =
  | { readonly kind: 'builtin' }
  | { readonly kind: 'ollama'; readonly model: string; readonly baseUrl: string | undefined }
  | {
      readonly kind: 'openai';
      readonly model: string;
      readonly baseUrl: string | undefined;
      readonly apiKey: string | undefined;
    };

/** Everything that can be set from outside, checked. */
export interface Config {
  readonly corpusDir: string;
  readonly dataDir: string;
  /** Whether a change in the corpus folder starts a re-index by itself. */
  readonly watchCorpus: boolean;
  /** Beyond this share of its articles, 0 to 1, an index drops none unless somebody has said so. */
  readonly confirmDropShare: number;
  /** Where pages may be fetched from; empty: nowhere. */
  readonly allowedHosts: readonly AllowedHost[];
  readonly embeddings: EmbeddingsChoice;
  /** `undefined` when no token is set: the prompt is opened instead. */
  readonly discord: DiscordConfig | undefined;
}

/** The settings of the bot. */
export interface DiscordConfig {
  readonly token: string;
  /** Deploy commands to this server only; `undefined` deploys them globally. */
  readonly guildId: string | undefined;
  /** Another base than Discord's own, without a version. */
  readonly apiBase: string | undefined;
  readonly adminRoleIds: readonly string[];
}

/**
 * Reads the settings from an environment. The only reader of `process.env` is the caller in `main` and `scripts`.
 * @throws ConfigError naming every wrong variable at once.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`);
    throw new ConfigError(`These settings (environment or .env) are wrong:\n${lines.join('\n')}`);
  }
  const set = parsed.data;
  return Object.freeze({
    corpusDir: set.CORPUS_DIR,
    dataDir: set.DATA_DIR,
    watchCorpus: set.WATCH_CORPUS === 'true',
    confirmDropShare: set.CONFIRM_DROP_SHARE,
    allowedHosts: set.ALLOWED_HOSTS,
    embeddings: embeddingsChoice(set),
    discord:
      set.DISCORD_TOKEN === undefined
        ? undefined
        : {
            token: set.DISCORD_TOKEN,
            guildId: set.DISCORD_GUILD_ID,
            apiBase: set.DISCORD_API_BASE,
            adminRoleIds: set.ADMIN_ROLE_IDS,
          },
  });
}

function embeddingsChoice(set: z.infer<typeof environment>): EmbeddingsChoice {
  const [kind, ...name] = set.EMBEDDINGS.split(':');
  const model = name.join(':');
  if (kind === 'ollama') return { kind, model, baseUrl: set.OLLAMA_BASE_URL };
  if (kind === 'openai') return { kind, model, baseUrl: set.OPENAI_BASE_URL, apiKey: set.OPENAI_API_KEY };
  return { kind: 'builtin' };
}
