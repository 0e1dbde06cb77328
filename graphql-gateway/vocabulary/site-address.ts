// Where a library's own site is: below the host of all sites, by the library's code. The one place that says so.

/** A library's code, as far as it can stand in a host name. */
const code = /^[a-z][a-z0-9]{1,30}$/

/** Scheme, host and port of a library's site; `sitesOrigin` is that of all sites. */
export function siteOrigin(sitesOrigin: string, library: string): string {
  const { protocol, host } = new URL(sitesOrigin)
  return `${protocol}//${library}.${host}`
}

/** The code that a host (with its port) names below that of all sites; null for any other. Compared whole. */
export function siteCodeOf(sitesOrigin: string, host: string): string | null {
  const suffix = `.${new URL(sitesOrigin).host}`
  if (!host.endsWith(suffix)) return null
  const named = host.slice(0, -suffix.length)
  return code.test(named) ? named : null
}

/** Labels of letters, digits and hyphens (RFC 1123), at least two, the last beginning with a letter: never an address of IP. */
const hostName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** Whether it is the lower-case name of a host as the domain name system has it. */
export function isHostName(text: string): boolean {
  return hostName.test(text)
}

/** Scheme, host and port of a site at a host of its own: scheme and port are those of all sites. */
export function ownOrigin(sitesOrigin: string, host: string): string {
  const { protocol, port } = new URL(sitesOrigin)
  return `${protocol}//${host}${port && `:${port}`}`
}

/** The name in a host with its port, as a request has it; null at another port than that of all sites, and for no name. */
export function hostNameOf(sitesOrigin: string, host: string): string | null {
  const { port } = new URL(sitesOrigin)
  const suffix = port && `:${port}`
  if (!host.endsWith(suffix)) return null
  const name = host.slice(0, host.length - suffix.length)
  return isHostName(name) ? name : null
}
