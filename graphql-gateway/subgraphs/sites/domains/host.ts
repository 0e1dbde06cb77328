// Which texts can be a library's own host at all. What a host is refused for here, no proof can heal.
import { domainToASCII, domainToUnicode } from 'node:url'
import { isHostName } from '@shuxiang/vocabulary'
import { isPublicSuffix, registrableLabel } from './public-suffix.ts'
import { looksLike, mixesScripts } from './look-alike.ts'

/** Why not, by the name that a page says it with. */
export type HostFault = 'no-host' | 'our-host' | 'public-suffix' | 'look-alike'

/** What it is refused for, in words. */
export const hostFaults: Readonly<Record<HostFault, string>> = {
  'no-host':
    'give the name of a host, such as www.library.example: no address of digits, no port, no dot at its end.',
  'our-host': 'this name belongs to the portal itself. Give one that the library has registered.',
  'public-suffix': 'below this name anybody may register. Give the name that the library has registered.',
  'look-alike': 'this name could be taken for another one. Give one whose letters are of one script.',
}

/** Lower-case and in punycode; or why it can be none. `ours`: hosts that the product itself stands on. */
export function readHost(
  text: string,
  ours: readonly string[],
): { readonly host: string } | { readonly fault: HostFault } {
  // A port, a path, a user: whoever typed one means an address, and would get something else than they read.
  if (text.length > 253 || /[\s/\\:@?#%[\]]/.test(text)) return { fault: 'no-host' }
  const host = domainToASCII(text)
  if (!isHostName(host)) return { fault: 'no-host' }
  // Below one of ours it would get our cookies; above one it could set them.
  if (ours.some((own) => own === host || host.endsWith(`.${own}`) || own.endsWith(`.${host}`)))
    return { fault: 'our-host' }
  if (isPublicSuffix(host)) return { fault: 'public-suffix' }
  const labels = domainToUnicode(host).split('.')
  const names = ours.map(registrableLabel).filter((name) => name !== null)
  if (labels.some((label) => mixesScripts(label) || names.some((name) => looksLike(label, name))))
    return { fault: 'look-alike' }
  return { host }
}

/** Hosts of addresses, without ports; those of IP are nobody's name. */
export function hostsOf(origins: readonly string[]): readonly string[] {
  const names = origins.map((origin) => new URL(origin).hostname)
  return [...new Set(names.filter((name) => !/^[\d.]+$|^\[/.test(name)))]
}
