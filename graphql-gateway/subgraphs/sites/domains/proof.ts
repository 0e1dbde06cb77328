// The proof that a library has a host: a TXT record beside it, which only who keeps the host's names can write.
import { Resolver } from 'node:dns/promises'

/** The texts of the TXT records at a name, none where there is none. Rejects when nobody can say. */
export type TxtOf = (name: string) => Promise<readonly string[]>

/** Where the record stands: a name of its own, so that it is beside no other. */
export const proofAt = (host: string): string => `_shuxiang.${host}`

/** What stands in it. */
export const proofOf = (challenge: string): string => `shuxiang-site=${challenge}`

/** Errors: those of `txtOf`. */
export async function isProved(
  txtOf: TxtOf,
  { host, challenge }: { readonly host: string; readonly challenge: string },
): Promise<boolean> {
  return (await txtOf(proofAt(host))).includes(proofOf(challenge))
}

/** Milliseconds for one question to a server; it is asked twice. */
const within = 2_500
/** Answers that say that there is none, as against those that say nothing. */
const none = new Set(['ENOTFOUND', 'ENODATA'])

/** Asks the domain name system: the servers given, such as `10.0.0.53:5300`, else those of the machine. */
export function txtByDns(servers: readonly string[] = []): TxtOf {
  const resolver = new Resolver({ timeout: within, tries: 2 })
  if (servers.length > 0) resolver.setServers([...servers])
  return async (name) => {
    try {
      // A record may come in pieces of 255 bytes, which are one text (RFC 7208, 3.3).
      return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''))
    } catch (error) {
      if (error instanceof Error && 'code' in error && none.has(String(error.code))) return []
      throw error
    }
  }
}
