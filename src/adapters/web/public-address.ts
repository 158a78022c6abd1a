import ipaddr from 'ipaddr.js';

// All of IPv6 that has ever been given out for hosts (RFC 4291, IANA). What lies outside has a meaning of its own or none yet,
// as has `::127.0.0.1`.
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address, written in the usual form, can be a public server's: not loopback, private, link-local (where clouds
 * keep their metadata), shared, multicast, reserved, unspecified, nor one that wraps an IPv4 address (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
}
