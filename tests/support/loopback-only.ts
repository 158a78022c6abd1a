import dns from 'node:dns';
import net from 'node:net';

// The suite promises to need no network. A connection to anywhere but this machine fails the test that opened it.
const loopback = /^(127\.|::1$|localhost$|::ffff:127\.)/;

function refuse(host: string): never {
  throw new Error(`tests may reach loopback only, not ${host}`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...args: Parameters<typeof connect>) {
  const [first] = args.flat() as unknown[];
  if (typeof first === 'object' && first !== null && 'host' in first) {
    const host = String(first.host ?? 'localhost');
    if (!loopback.test(host)) refuse(host);
  }
  return connect.apply(this, args);
} as typeof connect;

const lookup = dns.promises.lookup;
dns.promises.lookup = ((host: string, ...rest: unknown[]) =>
  loopback.test(host) ? Reflect.apply(lookup, dns.promises, [host, ...rest]) : refuse(host)) as typeof lookup;
