/** The code of an invitation in a link: behind the `#`, which no server is sent. */

export const invitationPath = '/console/invitation'

export const linkOf = (origin: string, code: string): string => `${origin}${invitationPath}#${code}`

/** The code in what stands behind the `#`; empty: there is none. */
export function codeIn(hash: string): string {
  const code = hash.replace(/^#/, '')
  return /^[A-Za-z0-9-]{10,40}$/.test(code) ? code : ''
}
