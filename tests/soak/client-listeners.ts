import type { Client } from 'discord.js';

/** The listeners on the client, on its connections and on what manages them, which discord.js keeps to itself. */
export function listenersOf(client: Client): number {
  const manager = Reflect.get(client.ws, '_ws') as unknown;
  const shards = inside(inside(manager, 'strategy'), 'shards');
  const emitters = [client, client.ws, manager, ...(shards instanceof Map ? shards.values() : [])];
  const found = emitters.filter(isEmitter);
  // The client, the two managers and one connection: were it fewer, nothing would be counted and all would look well.
  if (found.length !== 4) throw new Error(`${found.length} emitters were found in the client`);
  return found.reduce((sum, one) => sum + one.eventNames().reduce((of, name) => of + one.listenerCount(name), 0), 0);
}

interface Emitter {
  eventNames(): (string | symbol)[];
  listenerCount(name: string | symbol): number;
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isEmitter(value: unknown): value is Emitter {
  return typeof inside(value, 'eventNames') === 'function' && typeof inside(value, 'listenerCount') === 'function';
}
