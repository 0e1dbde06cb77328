/** Which addresses of the network belong to the public: a link on a page is no way into a library's own machines. */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** What no public site has (RFC 6890 and its registries): loopback, private, link-local with the clouds' metadata, and the like. */
const closed4 = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed4.addSubnet(net, prefix, 'ipv4')

/** Of IPv6 only what is given out to the public counts, which leaves out all that stands for an address of IPv4. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const closed6 = new BlockList()
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed6.addSubnet(net, prefix, 'ipv6')

/** True for an address that anybody may be sent to. A name is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed4.check(address, 'ipv4')
  if (address.includes('%') || !isIPv6(address)) return false
  return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}
