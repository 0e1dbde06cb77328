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
