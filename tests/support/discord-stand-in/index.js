// A stand-in Discord on loopback: REST v10 + Gateway v10, with a control API for tests.
// Usage: README.md.
import http from 'node:http';
import { randomBytes } from 'node:crypto';
import { EventEmitter, snowflake, clone, waitUntil, sleep, cpLen } from './lib/util.js';
import { World, THREAD_TYPES } from './lib/world.js';
import { Gateway, Intents, Privileged } from './lib/gateway.js';
import { Faults } from './lib/faults.js';
import { RateLimiter } from './lib/ratelimit.js';
import { Perms, toBits, ALL_PERMS, EVERYONE } from './lib/permissions.js';
import { ApiError, err } from './lib/errors.js';
import { parseMultipart } from './lib/multipart.js';
import { match, createMessage, editMessage, emojiKey, sameEmoji } from './lib/rest.js';
import { Flags } from './lib/validate.js';
import { InteractionHandle, ClientRefused, DidNotRespond, CALLBACK } from './lib/interaction.js';

const OPTION = { SUB: 1, GROUP: 2, STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, ATTACHMENT: 11 };
const SELECT_TYPES = new Set([3, 5, 6, 7, 8]);

export class StandIn extends EventEmitter {
  /**
   * @param {object} o
   *   token, port (0), host ('127.0.0.1'), botName,
   *   privilegedIntents: ['MessageContent', ...] enabled in the "developer portal" (default none),
   *   ackDeadlineMs (3000), tokenTtlMs (15 min), latencyMs (0: added to every REST reply),
   *   rateLimits (true), gateway: {heartbeatInterval, readyDelay, guildDelay, enforceIdentifyConcurrency, requireHeartbeat},
   *   recommendedShards (1), guild (true: make one guild with #general, and a member "alice")
   */
  constructor(o = {}) {
    super();
    this.setMaxListeners(0);
    this.opts = { host: '127.0.0.1', port: 0, ackDeadlineMs: 3000, tokenTtlMs: 15 * 60e3, latencyMs: 0, rateLimits: true, ...o };
    this.world = new World({ botName: o.botName ?? 'testbot' });
    // Shaped like a real token: base64(bot id).timestamp.hmac
    this.token = o.token ?? `${Buffer.from(this.world.bot.id).toString('base64').replace(/=+$/, '')}.Gstand.${randomBytes(28).toString('base64url')}`;
    this.privilegedIntents = new Set(o.privilegedIntents ?? []);
    this.recommendedShards = o.recommendedShards ?? 1;
    this.gateway = new Gateway(this, o.gateway);
    this.faults = new Faults();
    this.limiter = new RateLimiter({ enabled: this.opts.rateLimits !== false, ...(typeof this.opts.rateLimits === 'object' ? this.opts.rateLimits : {}) });
    this.latencyMs = this.opts.latencyMs;
    this.commands = new Map(); // 'global' | guildId -> Map(id -> command)
    this.commandCreates = new Map();
    this.commandWrites = [];
    this.interactions = new Map();
    this.byToken = new Map();
    this.reactors = new Map();
    this.typing = [];
    /** Every REST request: {at, ms, method, path, query, status, code, body, fault, ratelimited}. */
    this.requests = [];
    /** Things real Discord would punish: {kind, detail, at}. A good bot leaves this empty (but for faults the test itself made). */
    this.violations = [];
    /** Questionable but accepted: {detail, at}. */
    this.warnings = [];
    this.unknownRoutes = [];
    if (o.guild !== false) {
      this.guild = this.world.createGuild({ name: 'Test server', ...(typeof o.guild === 'object' ? o.guild : {}) });
      this.general = this.world.createChannel(this.guild, { name: 'general' });
      this.alice = this.createUser({ username: 'alice', global_name: 'Alice' });
      this.addMember(this.alice);
    }
  }

  // ================================================================ life cycle
  async start() {
    this.server = http.createServer((req, res) => { this.handle(req, res).catch((e) => { console.error('stand-in: internal error', e); if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'application/json' }); res.end('{"message":"500: Internal Server Error","code":0}'); this.violation('standin-bug', e.stack); }); });
    this.server.keepAliveTimeout = 30000;
    this.gateway.attach(this.server);
    await new Promise((res, rej) => { this.server.once('error', rej); this.server.listen(this.opts.port, this.opts.host, res); });
    this.port = this.server.address().port;
    this.origin = `http://${this.opts.host}:${this.port}`;
    return this;
  }
  get apiBase() { return `${this.origin}/api`; }
  get gatewayUrl() { return `ws://${this.opts.host}:${this.port}/gateway`; }
  /** Environment for a bot under test started as a child process. */
  env(extra = {}) { return { DISCORD_API_BASE: this.apiBase, DISCORD_TOKEN: this.token, ...extra }; }
  async stop() {
    for (const i of this.interactions.values()) clearTimeout(i._timer);
    this.gateway.drop(1001);
    for (const c of this.gateway.connections) c.ws.terminate();
    this.server.closeAllConnections();
    await new Promise((r) => this.server.close(r));
  }
  violation(kind, detail) { const v = { at: Date.now(), kind, detail }; this.violations.push(v); this.emit('violation', v); }
  warn(detail) { this.warnings.push({ at: Date.now(), detail }); }
  applicationFlags() { let f = 0; if (this.privilegedIntents.has('GuildPresences')) f |= 1 << 13; if (this.privilegedIntents.has('GuildMembers')) f |= 1 << 15; if (this.privilegedIntents.has('MessageContent')) f |= 1 << 19; return f; }

  // ================================================================ HTTP
  async handle(req, res) {
    const arrived = Date.now();
    const u = new URL(req.url, 'http://x');
    const chunks = [];
    let size = 0;
    try { for await (const c of req) { size += c.length; if (size <= 26 * 1024 * 1024) chunks.push(c); } } catch { return; } // the client gave up
    if (u.pathname.startsWith('/attachments/')) {
      const f = this.world.files.get(decodeURIComponent(u.pathname));
      if (!f) { res.writeHead(404); return res.end(); }
      res.writeHead(200, { 'Content-Type': f.contentType, 'Content-Length': f.data.length });
      return res.end(f.data);
    }
    const m = /^\/api(?:\/v(\d+))?(\/.*)$/.exec(u.pathname);
    const r = { method: req.method, path: m?.[2] ?? u.pathname, version: m?.[1], query: u.searchParams, headers: req.headers, arrived, body: undefined, files: [], interaction: null, kind: null, message: null };
    const entry = { at: arrived, method: r.method, path: r.path, query: u.search, bytes: size, status: 0 };
    this.requests.push(entry);
    if (this.requests.length > 50000) this.requests.splice(0, 10000);

    const fault = this.faults.take(r);
    if (fault) entry.fault = fault.status ?? fault.drop ?? 'delay';
    const finish = async (status, body, headers = {}) => {
      if (this.latencyMs) await sleep(this.latencyMs);
      if (fault?.delayAfter) await sleep(fault.delayAfter);
      entry.status = status; entry.ms = Date.now() - arrived; entry.code = body?.code;
      entry.body = r.body; entry.files = r.files.map((f) => ({ name: f.name, size: f.size }));
      if (r.interaction && r.kind) r.interaction.record({ kind: r.kind, status, code: body?.code, body: clone(r.body), response: status >= 400 ? body : undefined, message: r.message ? clone(r.message) : r.kind === 'edit' || r.kind === 'callback' ? clone(r.interaction.originalMessage) : undefined });
      if (status >= 400 && !entry.fault) this.noteBadStatus(entry, body);
      this.emit('request', entry);
      if (fault?.drop === 'after') return req.socket.destroy();
      if (status === 204 || body === undefined) { res.writeHead(status, headers); return res.end(); }
      const text = JSON.stringify(body);
      res.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text), ...headers });
      res.end(text);
    };
    if (fault?.drop === 'before') { entry.status = -1; this.emit('request', entry); return req.socket.destroy(); }
    if (fault?.delay) await sleep(fault.delay);

    if (!m) return finish(404, { message: '404: Not Found', code: 0 });
    if (r.version && !['9', '10'].includes(r.version)) return finish(400, { message: 'Invalid API version', code: 50041 });
    // Discord's edge refuses clients without a proper User-Agent.
    if (!/^DiscordBot \(\S+, \S+\)/.test(req.headers['user-agent'] ?? '')) { const e = err('badUserAgent'); this.violation('user-agent', String(req.headers['user-agent'])); return finish(e.status, e.body); }
    // body
    try {
      if (size > 25 * 1024 * 1024) throw err('tooLarge');
      if (chunks.length) {
        const buf = Buffer.concat(chunks);
        const ct = req.headers['content-type'] ?? '';
        if (ct.startsWith('multipart/form-data')) {
          const mp = parseMultipart(buf, ct);
          r.files = mp.files;
          r.body = mp.fields.payload_json !== undefined ? JSON.parse(mp.fields.payload_json) : mp.fields;
        } else if (ct.startsWith('application/json')) r.body = JSON.parse(buf.toString('utf8'));
        else throw new ApiError(400, 50035, 'Invalid Form Body', { errors: { _errors: [{ code: 'CONTENT_TYPE_INVALID', message: 'Expected "Content-Type" header to be one of {\'application/json\'}.' }] } });
      }
    } catch (e) { const x = e instanceof ApiError ? e : err('invalidJson'); return finish(x.status, x.body); }

    const route = match(r.method, r.path);
    const tokenRoute = /^\/(interactions\/[^/]+\/[^/]+\/callback|webhooks\/\d+\/[^/]+)/.test(r.path);
    const auth = req.headers.authorization;
    if (!tokenRoute && r.path !== '/gateway' && auth !== `Bot ${this.token}`) { this.violation('401', `${r.method} ${r.path}`); return finish(401, { message: '401: Unauthorized', code: 0 }); }

    const rl = this.limiter.check(r.method, r.path);
    const faultHeaders = fault?.headers ?? {};
    if (rl.limited) {
      entry.ratelimited = true;
      const ra = rl.limited.retryAfter;
      this.violation('429', `${r.method} ${r.path}${rl.limited.global ? ' (global)' : ''}`);
      return finish(429, { message: 'You are being rate limited.', retry_after: Number(ra.toFixed(3)), global: rl.limited.global }, { ...rl.headers, 'Retry-After': String(Math.max(1, Math.ceil(ra))), 'X-RateLimit-Scope': rl.limited.scope, ...(rl.limited.global ? { 'X-RateLimit-Global': 'true' } : {}) });
    }
    const faultReply = () => {
      if (fault.status === 429) {
        const ra = fault.retryAfter ?? 1;
        return finish(429, fault.body ?? { message: 'You are being rate limited.', retry_after: ra, global: !!fault.global }, { 'Retry-After': String(fault.exact ? ra : Math.ceil(ra)), 'X-RateLimit-Scope': fault.scope ?? (fault.global ? 'global' : 'user'), ...(fault.global ? { 'X-RateLimit-Global': 'true' } : { ...rl.headers, 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset-After': String(ra), 'X-RateLimit-Bucket': rl.headers['X-RateLimit-Bucket'] ?? 'fault' }), ...faultHeaders });
      }
      return finish(fault.status, fault.body ?? { message: `${fault.status}: ${http.STATUS_CODES[fault.status] ?? 'Error'}`, code: 0 }, faultHeaders);
    };
    if (fault?.status && !fault.processed) {
      if (r.path.startsWith('/interactions/')) { const i = this.interactions.get(r.path.split('/')[2]); if (i) { r.interaction = i; r.kind = 'callback'; } }
      return faultReply();
    }

    if (!route || route.wrongMethod) {
      if (!route) { this.unknownRoutes.push(`${r.method} ${r.path}`); this.warn(`route not served by the stand-in: ${r.method} ${r.path}`); }
      return finish(route?.wrongMethod ? 405 : 404, { message: route?.wrongMethod ? '405: Method Not Allowed' : '404: Not Found', code: 0 }, rl.headers);
    }
    try {
      const out = await route.fn(this, r, route.params);
      if (fault?.status) return faultReply();
      if (out && typeof out === 'object' && 'status' in out && Object.keys(out).every((k) => k === 'status' || k === 'body')) return finish(out.status, out.body, rl.headers);
      return finish(200, out, rl.headers);
    } catch (e) {
      if (!(e instanceof ApiError)) throw e;
      return finish(e.status, e.body, { ...rl.headers, ...e.headers });
    }
  }
  noteBadStatus(entry, body) {
    if (entry.status === 429) return; // already noted
    const flat = [];
    const walk = (n, p) => { for (const [k, v] of Object.entries(n ?? {})) { if (k === '_errors') for (const x of v) flat.push(`${p.join('.')}[${x.code}]`); else walk(v, [...p, k]); } };
    walk(body?.errors, []);
    this.violation(`http-${entry.status}`, `${entry.method} ${entry.path.replace(/(interactions\/\d+|webhooks\/\d+)\/[^/]+/, '$1/…')} -> ${body?.code} ${body?.message}${flat.length ? ` (${flat.join(', ')})` : ''}`);
  }

  // ================================================================ JSON forms
  installedGuilds() { return [...this.world.guilds.values()].filter((g) => g.installed); }
  channelJson(c, withMember = false) {
    const j = clone({ ...c });
    if (c.guild_id) delete j.recipients;
    if (THREAD_TYPES.has(c.type) && withMember) j.member = { id: c.id, user_id: this.world.bot.id, join_timestamp: new Date().toISOString(), flags: 0 };
    return j;
  }
  guildJson(g) { return { ...clone(g), roles: [...g.roles.values()].map(clone), approximate_member_count: g.members.size }; }
  guildCreate(g) {
    const chans = [...this.world.channels.values()].filter((c) => c.guild_id === g.id);
    return {
      ...this.guildJson(g), joined_at: g.joined_at, large: false, unavailable: false, member_count: g.members.size, voice_states: [], presences: [], stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [],
      members: [clone(g.members.get(this.world.bot.id))],
      channels: chans.filter((c) => !THREAD_TYPES.has(c.type)).map((c) => this.channelJson(c)),
      threads: chans.filter((c) => THREAD_TYPES.has(c.type) && !c.thread_metadata.archived).map((c) => this.channelJson(c, true)),
    };
  }
  messageJson(msg, full = true) {
    const j = clone(msg);
    const own = msg.author.id === this.world.bot.id;
    const mentioned = msg.mentions.some((x) => x.id === this.world.bot.id);
    const dm = !this.world.channels.get(msg.channel_id)?.guild_id;
    if (!full && !own && !mentioned && !dm) { j.content = ''; j.embeds = []; j.attachments = []; j.components = []; delete j.poll; }
    return j;
  }
  noteMessage(what, msg, channel) {
    const meta = this.world.meta.get(msg);
    this.emit('message', { what, message: msg, channel, ephemeral: !!meta?.ephemeralFor });
    if (meta?.ephemeralFor) return; // ephemeral messages never reach the gateway
    const g = channel.guild_id;
    const o = { guildId: g, intent: g ? Intents.GuildMessages : Intents.DirectMessages };
    if (what === 'delete') return void this.gateway.dispatch('MESSAGE_DELETE', { id: msg.id, channel_id: channel.id, ...(g ? { guild_id: g } : {}) }, o);
    this.gateway.dispatch(what === 'create' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE', (s) => {
      const j = { ...this.messageJson(msg, !!(s.intents & Intents.MessageContent)), channel_type: channel.type }; // discord.js needs channel_type to build a DM channel
      const m = g ? this.world.guilds.get(g).members.get(msg.author.id) : null;
      if (m) { const { user, ...rest } = clone(m); j.member = rest; }
      return { ...j, ...(g ? { guild_id: g } : {}) };
    }, o);
  }

  // ================================================================ building the world
  createUser(o) { return this.world.createUser(o); }
  createGuild(o = {}) { const g = this.world.createGuild(o); if (g.installed) this.gateway.dispatch('GUILD_CREATE', this.guildCreate(g), { guildId: g.id, intent: Intents.Guilds }); return g; }
  createChannel(o = {}, guild = this.guild) { const c = this.world.createChannel(guild, o); if (guild.installed) this.gateway.dispatch('CHANNEL_CREATE', this.channelJson(c), { guildId: guild.id, intent: Intents.Guilds }); return c; }
  createRole(o = {}, guild = this.guild) { const r = this.world.createRole(guild, o); this.gateway.dispatch('GUILD_ROLE_CREATE', { guild_id: guild.id, role: clone(r) }, { guildId: guild.id, intent: Intents.Guilds }); return r; }
  addMember(user, o = {}, guild = this.guild) { return this.world.addMember(guild, user, o); }
  /** Make a user who is a member of the guild: join({username: 'bob', permissions: Perms.ManageGuild}) */
  join({ username, permissions, nick, locale, guild = this.guild, ...rest }) { const u = this.createUser({ username, locale, ...rest }); this.addMember(u, { permissions, nick }, guild); return u; }
  /** Totals for a test report. */
  report() {
    const acks = [...this.interactions.values()].map((i) => i.latencyMs).filter((x) => x !== null).sort((a, b) => a - b);
    const q = (p) => acks[Math.min(acks.length - 1, Math.floor(acks.length * p))] ?? null;
    const by = (list, f) => list.reduce((o, x) => { const k = f(x); o[k] = (o[k] ?? 0) + 1; return o; }, {});
    return { requests: this.requests.length, byStatus: by(this.requests, (r) => r.status), interactions: this.interactions.size, unanswered: [...this.interactions.values()].filter((i) => i.failed).length, stillLoading: [...this.interactions.values()].filter((i) => i.loading).length, ackMs: { p50: q(0.5), p95: q(0.95), max: acks.at(-1) ?? null }, violations: by(this.violations, (v) => v.kind), warnings: by(this.warnings, (w) => w.detail), gateway: this.gateway.stats, commandWrites: this.commandWrites.length, unknownRoutes: [...new Set(this.unknownRoutes)] };
  }
  /** Replace a member's extra permissions (a role of its own). */
  setPermissions(user, bits, guild = this.guild) {
    const m = guild.members.get(user.id);
    let r = [...guild.roles.values()].find((x) => x.name === `perm-${user.username}` && m.roles.includes(x.id));
    if (!r) { r = this.createRole({ name: `perm-${user.username}` }, guild); m.roles.push(r.id); }
    r.permissions = toBits(bits).toString();
    return m;
  }
  setBotPermissions(bits, guild = this.guild) {
    const r = guild.roles.get(guild.botRoleId);
    r.permissions = toBits(bits).toString();
    this.gateway.dispatch('GUILD_ROLE_UPDATE', { guild_id: guild.id, role: clone(r) }, { guildId: guild.id, intent: Intents.Guilds });
  }
  /** Channel overwrite for the bot, e.g. overwriteBot(channel, {deny: Perms.SendMessages}). */
  overwriteBot(channel, { allow = 0n, deny = 0n }) {
    channel.permission_overwrites = channel.permission_overwrites.filter((o) => o.id !== this.world.bot.id);
    channel.permission_overwrites.push({ id: this.world.bot.id, type: 1, allow: toBits(allow).toString(), deny: toBits(deny).toString() });
    this.gateway.dispatch('CHANNEL_UPDATE', this.channelJson(channel), { guildId: channel.guild_id, intent: Intents.Guilds });
  }
  kickBot(guild = this.guild) { guild.installed = false; this.gateway.dispatch('GUILD_DELETE', { id: guild.id }, { guildId: guild.id, intent: Intents.Guilds }); }
  inviteBot(guild) { guild.installed = true; this.gateway.dispatch('GUILD_CREATE', this.guildCreate(guild), { guildId: guild.id, intent: Intents.Guilds }); }
  outage(guild, on = true) { this.gateway.dispatch(on ? 'GUILD_DELETE' : 'GUILD_CREATE', on ? { id: guild.id, unavailable: true } : this.guildCreate(guild), { guildId: guild.id, intent: Intents.Guilds }); }
  deleteChannel(c) { this.world.channels.delete(c.id); this.gateway.dispatch(THREAD_TYPES.has(c.type) ? 'THREAD_DELETE' : 'CHANNEL_DELETE', this.channelJson(c), { guildId: c.guild_id, intent: Intents.Guilds }); }

  // ================================================================ waits
  async waitReady({ timeout = 20000 } = {}) {
    await waitUntil(this.gateway, 'log', () => this.gateway.log.some((x) => x.event === 'guilds-sent' || (x.event === 'ready')) && this.gateway.open.length > 0, { timeout, what: 'the bot to be READY' });
    return this;
  }
  findCommand(name, { guild = this.guild, type = 1 } = {}) {
    for (const k of [guild?.id, 'global']) for (const c of (k && this.commands.get(k)?.values()) || []) if (c.name === name && c.type === type) return c;
    return null;
  }
  waitCommand(name, { timeout = 15000, ...o } = {}) { return waitUntil(this, 'commands', () => this.findCommand(name, o), { timeout, what: `command /${name} to be registered` }); }
  waitRequest(pred, { timeout = 10000 } = {}) { const f = () => this.requests.find((x) => x.status && pred(x)); return waitUntil(this, 'request', f, { timeout, what: 'a matching REST request' }); }
  /** Wait for a message by the bot in a channel that satisfies `pred` (default: any newer than the call). */
  waitMessage(channel = this.general, pred = () => true, { timeout = 10000, after = null } = {}) {
    const since = after ? BigInt(after.id) : BigInt(snowflake());
    return waitUntil(this, 'message', () => [...this.world.list(channel.id).values()].find((m) => m.author.id === this.world.bot.id && BigInt(m.id) > since && !(m.flags & Flags.Loading) && pred(m)), { timeout, what: `a message by the bot in #${channel.name ?? channel.id}` });
  }
  messages(channel = this.general, { as } = {}) { return [...this.world.list(channel.id).values()].filter((m) => (as ? this.world.visible(m, as.id) : !this.world.meta.get(m)?.ephemeralFor)); }
  threads(channel = this.general) { return [...this.world.channels.values()].filter((c) => c.parent_id === channel.id && THREAD_TYPES.has(c.type)); }
  waitThread(channel = this.general, { timeout = 10000 } = {}) { const had = this.threads(channel).length; return waitUntil(this, 'thread', () => this.threads(channel)[had], { timeout, what: 'a new thread' }); }
  /** Who a message notified: {everyone, users, roles}. */
  pinged(msg) { return this.world.meta.get(msg)?.pinged; }
  history(msg) { return this.world.meta.get(msg)?.history ?? []; }
  text(msg, o = { embeds: true }) { return World.text(msg, o); }
  controls(msg) { const out = []; const walk = (cs) => { for (const c of cs ?? []) { if ([2, 3, 5, 6, 7, 8].includes(c.type)) out.push(c); walk(c.components); if (c.accessory) walk([c.accessory]); } }; walk(msg.components); return out; }

  // ================================================================ the pretend users
  _interaction(type, { user = this.alice, channel = this.general, locale, data, message = null, source = null, label, install = 'guild', trigger = null, context }) {
    const guild = channel.guild_id ? this.world.guilds.get(channel.guild_id) : null;
    const id = snowflake();
    const token = Buffer.from(`interaction:${id}:${randomBytes(72).toString('base64').replace(/[^a-z0-9]/gi, 'x')}`).toString('base64url');
    const installed = guild ? guild.installed : true;
    const owners = install === 'user' || !installed ? { 1: user.id } : { 0: guild ? guild.id : '0' };
    const payload = {
      version: 1, type, id, token, application_id: this.world.application.id, data, channel_id: channel.id,
      channel: (() => { const c = this.channelJson(channel); delete c.permission_overwrites; if (guild) c.permissions = this.world.permissions(user.id, channel).toString(); return c; })(),
      locale: locale ?? user.locale, entitlements: [], entitlement_sku_ids: [], authorizing_integration_owners: owners, context: context ?? (guild ? 0 : 1), attachment_size_limit: 10485760,
      app_permissions: (installed ? this.world.permissions(this.world.bot.id, channel) : this.world.permissions(user.id, channel)).toString(),
    };
    if (guild) {
      const m = guild.members.get(user.id);
      if (!m) throw new ClientRefused('not-a-member', `${user.username} is not a member of ${guild.name}`);
      Object.assign(payload, { guild_id: guild.id, guild: { id: guild.id, features: guild.features, locale: guild.preferred_locale }, guild_locale: guild.preferred_locale, member: { ...clone(m), permissions: this.world.permissions(user.id, channel).toString(), unusual_dm_activity_until: null } });
    } else payload.user = user;
    if (message) payload.message = clone(message);
    const h = new InteractionHandle(this, payload, { user, channel, label, deadlineMs: this.opts.ackDeadlineMs, tokenTtlMs: this.opts.tokenTtlMs, source });
    h.trigger = trigger;
    this.interactions.set(id, h);
    this.byToken.set(token, h);
    h.startClock();
    h.delivered = this.gateway.dispatch('INTERACTION_CREATE', payload, { guildId: guild?.id ?? null });
    return h;
  }

  _resolveCommand(path, { user, channel, type = 1, force }) {
    const [name, ...rest] = String(path).replace(/^\//, '').split(/\s+/);
    const full = type === 1 ? name : String(path);
    const guild = channel.guild_id ? this.world.guilds.get(channel.guild_id) : null;
    const cmd = this.findCommand(full, { guild, type });
    if (!cmd) throw new ClientRefused('unknown-command', `/${full} is not registered`);
    if (!force) {
      if (guild && !cmd.guild_id && cmd.contexts && !cmd.contexts.includes(0)) throw new ClientRefused('context', `/${name} is not available in servers`);
      if (!guild && (cmd.guild_id || (cmd.contexts ? !cmd.contexts.includes(1) : cmd.dm_permission === false))) throw new ClientRefused('context', `/${name} is not available in DMs`);
      if (guild && cmd.default_member_permissions !== null) {
        const need = BigInt(cmd.default_member_permissions);
        const have = this.world.permissions(user.id, channel);
        if (!(have & Perms.Administrator) && (need === 0n || (have & need) !== need)) throw new ClientRefused('permission', `${user.username} may not use /${name}`);
      }
    }
    let opts = cmd.options ?? [];
    const chain = [];
    for (const part of type === 1 ? rest : []) {
      const o = opts.find((x) => x.name === part && x.type <= 2);
      if (!o) throw new ClientRefused('unknown-subcommand', `/${path}: no sub-command ${part}`);
      chain.push(o);
      opts = o.options ?? [];
    }
    if (!force && opts.some((o) => o.type <= 2)) throw new ClientRefused('subcommand-required', `/${path} needs a sub-command`);
    return { cmd, chain, opts };
  }
  _options(defs, given, { force, channel, focused }) {
    const resolved = {};
    const list = [];
    const put = (k, id, v) => { (resolved[k] ??= {})[id] = v; };
    const putUser = (u) => { put('users', u.id, clone(u)); const g = channel.guild_id && this.world.guilds.get(channel.guild_id); const m = g?.members.get(u.id); if (m) { const { user, deaf, mute, ...rest } = clone(m); put('members', u.id, { ...rest, permissions: this.world.permissions(u.id, channel).toString() }); } };
    for (const [k, raw] of Object.entries(given)) {
      const d = defs.find((x) => x.name === k);
      if (!d) { if (force) { list.push({ name: k, type: 3, value: raw }); continue; } throw new ClientRefused('unknown-option', `no option ${k}`); }
      if (raw === undefined || raw === null) continue;
      let value = raw;
      const isFocused = focused === k;
      const bad = (m) => { if (!force) throw new ClientRefused('bad-option', `option ${k}: ${m}`); };
      switch (d.type) {
        case OPTION.STRING:
          value = String(raw);
          if (!isFocused) {
            if (d.min_length && cpLen(value) < d.min_length) bad(`shorter than ${d.min_length}`);
            if (cpLen(value) > (d.max_length ?? 6000)) bad(`longer than ${d.max_length ?? 6000}`);
            if (d.required && !value.length) bad('empty');
          }
          break;
        case OPTION.INTEGER: case OPTION.NUMBER:
          if (isFocused) { value = String(raw); break; }
          value = Number(raw);
          if (Number.isNaN(value) || (d.type === OPTION.INTEGER && !Number.isInteger(value))) bad('not a number');
          if (d.min_value !== undefined && value < d.min_value) bad(`below ${d.min_value}`);
          if (d.max_value !== undefined && value > d.max_value) bad(`above ${d.max_value}`);
          break;
        case OPTION.BOOLEAN: value = !!raw; break;
        case OPTION.USER: value = raw.id ?? raw; putUser(this.world.users.get(value)); break;
        case OPTION.CHANNEL: { const c = this.world.channels.get(raw.id ?? raw); value = c.id; if (d.channel_types?.length && !d.channel_types.includes(c.type)) bad('channel type not allowed'); put('channels', c.id, { id: c.id, type: c.type, name: c.name, parent_id: c.parent_id ?? null, flags: 0, permissions: '0', ...(c.thread_metadata ? { thread_metadata: clone(c.thread_metadata) } : {}) }); break; }
        case OPTION.ROLE: { const g = this.world.guilds.get(channel.guild_id); value = raw.id ?? raw; put('roles', value, clone(g.roles.get(value))); break; }
        case OPTION.MENTIONABLE: { value = raw.id ?? raw; const u = this.world.users.get(value); if (u) putUser(u); else put('roles', value, clone(this.world.guilds.get(channel.guild_id).roles.get(value))); break; }
        case OPTION.ATTACHMENT: { const a = this.upload(raw, channel); value = a.id; put('attachments', a.id, a); break; }
      }
      if (d.choices?.length && !isFocused && !d.choices.some((c) => c.value === value)) bad(`"${value}" is not one of the choices`);
      list.push({ name: k, type: d.type, value, ...(isFocused ? { focused: true } : {}) });
    }
    if (!force && !focused) for (const d of defs) if (d.required && !list.some((x) => x.name === d.name)) throw new ClientRefused('missing-option', `option ${d.name} is required`);
    return { list, resolved };
  }
  /** Put a file on the pretend CDN: {name, data: Buffer|string, contentType}. */
  upload({ name = 'file.txt', data = '', contentType = 'text/plain' }, channel = this.general) {
    const id = snowflake();
    const buf = Buffer.from(data);
    const path = `/attachments/${channel.id}/${id}/${name}`;
    this.world.files.set(path, { data: buf, contentType });
    return { id, filename: name, size: buf.length, url: `${this.origin}${path}`, proxy_url: `${this.origin}${path}`, content_type: contentType };
  }
  _data(cmd, chain, list, resolved) {
    let options = list;
    for (const o of [...chain].reverse()) options = [{ name: o.name, type: o.type, ...(options.length || o.type === 2 ? { options } : {}) }];
    return { id: cmd.id, name: cmd.name, type: cmd.type, ...(options.length ? { options } : {}), ...(Object.keys(resolved).length ? { resolved } : {}), ...(cmd.guild_id ? { guild_id: cmd.guild_id } : {}) };
  }

  /** A user runs a slash command. slash({command: 'ask' | 'admin reload', options: {question: '...'}, user, channel, locale, force}) */
  slash({ command, options = {}, user = this.alice, channel = this.general, locale, force = false, install, context }) {
    const { cmd, chain, opts } = this._resolveCommand(command, { user, channel, force });
    const { list, resolved } = this._options(opts, options, { force, channel });
    return this._interaction(2, { user, channel, locale, install, context, data: this._data(cmd, chain, list, resolved), label: `/${command}` });
  }
  /** A user types in an option with autocomplete: autocomplete({command, focused: 'question', value: 'par', options: {other: 1}}) */
  autocomplete({ command, focused, value = '', options = {}, user = this.alice, channel = this.general, locale, force = false }) {
    const { cmd, chain, opts } = this._resolveCommand(command, { user, channel, force });
    const d = opts.find((o) => o.name === focused);
    if (!d?.autocomplete) throw new ClientRefused('no-autocomplete', `option ${focused} of /${command} has no autocomplete`);
    const { list, resolved } = this._options(opts, { ...options, [focused]: value }, { force: true, channel, focused });
    const h = this._interaction(4, { user, channel, locale, data: this._data(cmd, chain, list, resolved), label: `autocomplete /${command} ${focused}` });
    h.focusedType = d.type;
    return h;
  }
  /** A user picks a context-menu command on a user or message. */
  contextMenu({ command, target, user = this.alice, channel = this.general, locale, force = false }) {
    const isMsg = 'channel_id' in target;
    const { cmd } = this._resolveCommand(command, { user, channel, type: isMsg ? 3 : 2, force });
    const resolved = {};
    if (isMsg) resolved.messages = { [target.id]: clone(target) };
    else { resolved.users = { [target.id]: clone(target) }; const m = this.world.guilds.get(channel.guild_id)?.members.get(target.id); if (m) { const { user: _u, deaf, mute, ...rest } = clone(m); resolved.members = { [target.id]: { ...rest, permissions: '0' } }; } }
    return this._interaction(2, { user, channel, locale, data: { id: cmd.id, name: cmd.name, type: cmd.type, target_id: target.id, resolved }, label: command });
  }
  _control(message, { customId, label, index, type }) {
    const all = this.controls(message).filter((c) => (type ? type(c) : true));
    let c;
    if (customId !== undefined) c = all.find((x) => (customId instanceof RegExp ? customId.test(x.custom_id ?? '') : x.custom_id === customId));
    else if (label !== undefined) c = all.find((x) => (label instanceof RegExp ? label.test(x.label ?? x.placeholder ?? '') : x.label === label || x.placeholder === label));
    else c = all[index ?? 0];
    if (!c) throw new ClientRefused('no-control', `no such control on the message (has: ${all.map((x) => x.custom_id ?? x.label).join(', ') || 'none'})`);
    if (c.disabled) throw new ClientRefused('disabled', `control ${c.custom_id} is disabled`);
    return c;
  }
  _see(message, user) {
    const live = this.world.message(message.channel_id, message.id);
    if (!live || !this.world.visible(live, user.id)) throw new ClientRefused('not-visible', `${user.username} cannot see that message`);
    return live;
  }
  /** A user clicks a button: click({message, customId | label | index, user}). A link button gives {url}. */
  click({ message, user = this.alice, locale, ...which }) {
    const live = this._see(message, user);
    const c = this._control(live, { ...which, type: (x) => x.type === 2 });
    if (c.style === 5) return { url: c.url };
    return this._interaction(3, { user, channel: this.world.channels.get(live.channel_id), locale, message: live, source: live, data: { component_type: 2, custom_id: c.custom_id, id: c.id }, label: `button ${c.custom_id}` });
  }
  /** A user picks in a select menu: select({message, customId, values: ['a'], user}). */
  select({ message, values, user = this.alice, locale, ...which }) {
    const live = this._see(message, user);
    const c = this._control(live, { ...which, type: (x) => SELECT_TYPES.has(x.type) });
    const channel = this.world.channels.get(live.channel_id);
    const ids = values.map((v) => v?.id ?? v);
    if (ids.length < (c.min_values ?? 1) || ids.length > (c.max_values ?? 1)) throw new ClientRefused('bad-values', `needs ${c.min_values ?? 1} to ${c.max_values ?? 1} values`);
    if (c.type === 3) for (const v of ids) if (!c.options.some((o) => o.value === v)) throw new ClientRefused('bad-values', `"${v}" is not an option (${c.options.map((o) => o.value).join(', ')})`);
    const data = { component_type: c.type, custom_id: c.custom_id, id: c.id, values: ids };
    if (c.type !== 3) data.resolved = this._resolveIds(ids, channel);
    return this._interaction(3, { user, channel, locale, message: live, source: live, data, label: `select ${c.custom_id}` });
  }
  _resolveIds(ids, channel) {
    const r = {};
    const g = this.world.guilds.get(channel.guild_id);
    for (const id of ids) {
      if (this.world.users.has(id)) { (r.users ??= {})[id] = clone(this.world.users.get(id)); const m = g?.members.get(id); if (m) { const { user, deaf, mute, ...rest } = clone(m); (r.members ??= {})[id] = { ...rest, permissions: '0' }; } } else if (g?.roles.has(id)) (r.roles ??= {})[id] = clone(g.roles.get(id));
      else if (this.world.channels.has(id)) { const c = this.world.channels.get(id); (r.channels ??= {})[id] = { id, type: c.type, name: c.name, permissions: '0' }; }
    }
    return r;
  }
  /** A user fills in the modal that `handle` was answered with: submitModal({handle, fields: {customId: 'text' | ['value']}}). */
  submitModal({ handle, fields = {}, user = handle.user, locale, force = false }) {
    const modal = handle.modal;
    if (!modal) throw new ClientRefused('no-modal', 'that interaction did not open a modal');
    const known = new Set();
    const resolved = {};
    const fill = (c) => {
      known.add(c.custom_id);
      const v = fields[c.custom_id];
      const need = c.required !== false;
      const bad = (m) => { if (!force) throw new ClientRefused('bad-field', `field ${c.custom_id}: ${m}`); };
      if (c.type === 4) {
        const t = v ?? c.value ?? '';
        if (need && !t.length) bad('required');
        if (t.length && cpLen(t) < (c.min_length ?? 0)) bad(`shorter than ${c.min_length}`);
        if (cpLen(t) > (c.max_length ?? 4000)) bad(`longer than ${c.max_length ?? 4000}`);
        return { type: 4, id: c.id, custom_id: c.custom_id, value: t };
      }
      if (c.type === 23) return { type: 23, id: c.id, custom_id: c.custom_id, value: !!(v ?? c.default) };
      if (c.type === 21) { const x = v ?? c.options.find((o) => o.default)?.value ?? null; if (need && x === null) bad('required'); if (x !== null && !c.options.some((o) => o.value === x)) bad('not an option'); return { type: 21, id: c.id, custom_id: c.custom_id, value: x }; }
      if (c.type === 19) { const files = (v ?? []).map((f) => this.upload(f, handle.channel)); if (need && !files.length) bad('required'); for (const a of files) (resolved.attachments ??= {})[a.id] = a; return { type: 19, id: c.id, custom_id: c.custom_id, values: files.map((a) => a.id) }; }
      const vals = [].concat(v ?? []).map((x) => x?.id ?? x);
      if (need && vals.length < (c.min_values ?? 1)) bad('required');
      if (vals.length > (c.max_values ?? (c.type === 22 ? c.options.length : 1))) bad('too many');
      if (c.options) for (const x of vals) if (!c.options.some((o) => o.value === x)) bad('not an option');
      if (!c.options) for (const [k, o] of Object.entries(this._resolveIds(vals, handle.channel))) Object.assign((resolved[k] ??= {}), o);
      return { type: c.type, id: c.id, custom_id: c.custom_id, values: vals };
    };
    const components = modal.components.map((c) => {
      if (c.type === 1) return { type: 1, id: c.id, components: c.components.map(fill) };
      if (c.type === 18) return { type: 18, id: c.id, component: fill(c.component) };
      return { type: c.type, id: c.id };
    });
    for (const k of Object.keys(fields)) if (!known.has(k) && !force) throw new ClientRefused('unknown-field', `the modal has no field ${k}`);
    return this._interaction(5, { user, channel: handle.channel, locale, message: handle.source, source: handle.source, trigger: handle, data: { custom_id: modal.custom_id, components, ...(Object.keys(resolved).length ? { resolved } : {}) }, label: `modal ${modal.custom_id}` });
  }

  /** A user (or `user: bot`-like other bot) writes a message. */
  say({ content = '', user = this.alice, channel = this.general, replyTo = null, attachments = [], mention = false }) {
    const text = mention ? `<@${this.world.bot.id}> ${content}` : content;
    const msg = this.world.base(channel, user, { content: text });
    const g = channel.guild_id ? this.world.guilds.get(channel.guild_id) : null;
    const ids = [...new Set([...text.matchAll(/<@!?(\d{15,20})>/g)].map((m) => m[1]))];
    msg.mentions = ids.map((id) => this.world.users.get(id)).filter(Boolean);
    msg.mention_roles = [...new Set([...text.matchAll(/<@&(\d{15,20})>/g)].map((m) => m[1]))].filter((id) => g?.roles.has(id));
    msg.attachments = attachments.map((a) => this.upload(a, channel));
    if (replyTo) { msg.type = 19; msg.message_reference = { type: 0, message_id: replyTo.id, channel_id: replyTo.channel_id, ...(g ? { guild_id: g.id } : {}) }; msg.referenced_message = clone(replyTo); if (!msg.mentions.some((u) => u.id === replyTo.author.id)) msg.mentions.push(replyTo.author); }
    this.world.put(channel, msg);
    this.noteMessage('create', msg, channel);
    return msg;
  }
  dm(user = this.alice) { return this.world.dm(user); }
  editUserMessage(msg, content) { msg.content = content; msg.edited_timestamp = new Date().toISOString(); this.noteMessage('update', msg, this.world.channels.get(msg.channel_id)); }
  deleteMessage(msg) { const live = this.world.message(msg.channel_id, msg.id) ?? msg; this.world.drop(live); this.noteMessage('delete', live, this.world.channels.get(msg.channel_id)); }
  userThread({ channel = this.general, name = 'a thread', user = this.alice, type = 11 } = {}) { const t = this.world.createThread(channel, { name, type, owner_id: user.id }); this.gateway.dispatch('THREAD_CREATE', { ...this.channelJson(t), newly_created: true }, { guildId: t.guild_id, intent: Intents.Guilds }); return t; }

  // ---- reactions
  addReaction(msg, emoji, user) {
    const list = (msg.reactions ??= []);
    let r = list.find((x) => sameEmoji(x.emoji, emoji));
    if (!r) { if (list.length >= 20) throw err('tooManyReactions'); r = { emoji, count: 0, count_details: { burst: 0, normal: 0 }, burst_colors: [], me_burst: false, burst_me: false, me: false, burst_count: 0 }; list.push(r); this.reactors.set(r, []); }
    const who = this.reactors.get(r);
    if (!who.includes(user.id)) { who.push(user.id); r.count++; r.count_details.normal++; if (user.id === this.world.bot.id) r.me = true; }
    this._reactionEvent('MESSAGE_REACTION_ADD', msg, emoji, user);
    this.emit('message', { what: 'reaction', message: msg });
  }
  removeReaction(msg, emoji, user) {
    const r = (msg.reactions ?? []).find((x) => sameEmoji(x.emoji, emoji));
    const who = r && this.reactors.get(r);
    if (!who?.includes(user.id)) return;
    who.splice(who.indexOf(user.id), 1);
    r.count--; r.count_details.normal--;
    if (user.id === this.world.bot.id) r.me = false;
    if (!r.count) msg.reactions = msg.reactions.filter((x) => x !== r);
    this._reactionEvent('MESSAGE_REACTION_REMOVE', msg, emoji, user);
  }
  _reactionEvent(t, msg, emoji, user) {
    const c = this.world.channels.get(msg.channel_id);
    const g = c.guild_id ? this.world.guilds.get(c.guild_id) : null;
    this.gateway.dispatch(t, { user_id: user.id, channel_id: c.id, message_id: msg.id, ...(g ? { guild_id: g.id, ...(t.endsWith('ADD') ? { member: clone(g.members.get(user.id)) } : {}) } : {}), emoji, message_author_id: msg.author.id, burst: false, type: 0 }, { guildId: g?.id ?? null, intent: g ? Intents.GuildMessageReactions : Intents.DirectMessageReactions });
  }
  react({ message, emoji = '👍', user = this.alice }) { this.addReaction(this._see(message, user), emojiKey(emoji), user); }
  unreact({ message, emoji = '👍', user = this.alice }) { this.removeReaction(this._see(message, user), emojiKey(emoji), user); }
}

export { Perms, Intents, Privileged, Flags, ALL_PERMS, EVERYONE, CALLBACK, ClientRefused, DidNotRespond, World, snowflake, waitUntil, sleep };
export default StandIn;
