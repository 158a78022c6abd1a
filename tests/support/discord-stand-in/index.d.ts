// What the tests use of the stand-in.
import type { APIButtonComponent, APIMessage } from 'discord.js';

export interface User {
  readonly id: string;
  readonly username: string;
}
export interface Channel {
  readonly id: string;
}
export interface Guild {
  readonly id: string;
}
export interface Role {
  readonly id: string;
}
export interface Noted {
  readonly kind: string;
  readonly detail: string;
}

export interface RestEvent {
  readonly ms: number;
  readonly kind: 'callback' | 'edit' | 'followup' | 'delete' | 'get';
  readonly status: number;
  readonly code?: number;
  readonly body?: { readonly content?: string; readonly allowed_mentions?: { readonly parse?: readonly string[] } };
}

export interface InteractionHandle {
  readonly id: string;
  readonly payload: Record<string, unknown>;
  readonly latencyMs: number | null;
  readonly ephemeral: boolean;
  readonly loading: boolean;
  readonly text: string;
  readonly message: APIMessage | null;
  readonly followups: readonly APIMessage[];
  readonly events: readonly RestEvent[];
  readonly edits: readonly RestEvent[];
  ack(): Promise<{ readonly type: number; readonly latencyMs: number }>;
  response(options?: { timeout?: number }): Promise<APIMessage>;
  settled(options?: { quiet?: number; timeout?: number }): Promise<InteractionHandle>;
  choices(): Promise<readonly { readonly name: string; readonly value: string }[]>;
  waitFollowup(n?: number): Promise<APIMessage>;
  expireToken(): void;
}

export interface FaultRule {
  method?: string;
  path?: RegExp | string;
  times?: number;
  skip?: number;
  status?: number;
  body?: unknown;
  retryAfter?: number;
  delay?: number;
  delayAfter?: number;
  processed?: boolean;
  drop?: 'before' | 'after';
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body?: unknown;
}

export interface Registered {
  readonly id: string;
  readonly name: string;
  readonly default_member_permissions: string | null;
  readonly contexts?: readonly number[];
}

interface Asking {
  command: string;
  options?: Record<string, unknown>;
  user?: User;
  channel?: Channel;
  /** Leaves out what Discord's own app checks: hidden commands, option types. */
  force?: boolean;
}

export class StandIn {
  constructor(options?: {
    gateway?: { heartbeatInterval?: number; guildDelay?: number };
    tokenTtlMs?: number;
    /** How long a first response may take; Discord's is 3 s. */
    ackDeadlineMs?: number;
    /** False: no request is ever refused for coming too soon. */
    rateLimits?: boolean;
  });
  readonly token: string;
  readonly apiBase: string;
  /** Where it is, files of attachments included. */
  readonly origin: string;
  readonly guild: Guild;
  readonly general: Channel;
  readonly alice: User;
  readonly world: { readonly application: { readonly id: string } };
  readonly violations: readonly Noted[];
  readonly warnings: readonly Noted[];
  readonly requests: readonly Request[];
  readonly unknownRoutes: readonly string[];
  readonly commandWrites: readonly unknown[];
  readonly commands: ReadonlyMap<string, ReadonlyMap<string, Registered>>;
  readonly faults: {
    add(rule: FaultRule): void;
    rateLimit(rule?: FaultRule): void;
    serverError(rule?: FaultRule): void;
    slow(ms: number, rule?: FaultRule): void;
    clear(): void;
  };
  readonly gateway: {
    readonly stats: { readonly identifies: number; readonly resumed: number };
    readonly log: readonly { readonly event: string; readonly code?: number }[];
    /** Connections with a session. */
    readonly open: readonly unknown[];
    nextIdentifyClose: number | null;
    /** While true: no heartbeat is acknowledged and no event sent, though the connection is open. */
    zombie: boolean;
    drop(code?: number): void;
    /** Op 7. */
    reconnect(): void;
    /** Op 9. */
    invalidSession(resumable?: boolean): void;
    /** The next attempt to resume is refused. */
    forgetSessions(): void;
    count(event: string): number;
    wait(event: string, options?: { timeout?: number; n?: number }): Promise<{ readonly code?: number }>;
    dispatch(event: string, payload: unknown, options?: { guildId?: string | null }): number;
  };
  start(): Promise<StandIn>;
  stop(): Promise<void>;
  waitReady(): Promise<StandIn>;
  waitCommand(name: string): Promise<Registered>;
  waitRequest(fits: (request: Request) => boolean, options?: { timeout?: number }): Promise<Request>;
  findCommand(name: string): Registered | null;
  createRole(options?: { name?: string }): Role;
  createUser(options: { username: string }): User;
  addMember(user: User, options?: { roles?: readonly string[]; permissions?: bigint }): unknown;
  /** Replaces what a member may do besides what everybody may. */
  setPermissions(user: User, permissions: bigint): unknown;
  join(options: { username: string; permissions?: bigint }): User;
  dm(user?: User): Channel;
  slash(asking: Asking): InteractionHandle;
  autocomplete(asking: Asking & { focused: string; value?: string }): InteractionHandle;
  click(press: { message: APIMessage; label?: string; customId?: string | RegExp; user?: User }): InteractionHandle;
  controls(message: APIMessage): readonly (APIButtonComponent & { custom_id: string; label: string })[];
  pinged(message: APIMessage): { everyone: boolean; users: readonly string[]; roles: readonly string[] };
  /** Any interaction at all, as a forger might make it. */
  _interaction(type: number, options: { data: unknown; channel?: Channel; message?: APIMessage; source?: APIMessage; user?: User; install?: 'guild' | 'user'; label: string }): InteractionHandle;
}

export class ClientRefused extends Error {
  readonly reason: string;
}
export class DidNotRespond extends Error {}
export const Perms: { readonly ManageGuild: bigint };
