// A library claims a host: it gets a text to put beside it.
import { randomBytes } from 'node:crypto'
import { badInput } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { mostHosts } from './bounds.ts'
import { claimId, claimsIn, domainsIn, hostsIn, type DomainDoc, type HostDoc } from './documents.ts'

/** Errors: BAD_USER_INPUT for a host of another library, and for more hosts than a site may have. */
export async function claim(db: Db, site: string, host: string, now: Date): Promise<DomainDoc> {
  const held = await hostsIn(db).findOne({ _id: host })
  if (held?.site === site && held.state === 'active') return held
  refuseForeign(held, site, now)
  const _id = claimId(site, host)
  const [before, count] = await Promise.all([
    claimsIn(db).findOne({ _id }),
    domainsIn(db).countDocuments({ site, state: { $in: ['claimed', 'active'] } }, { limit: mostHosts }),
  ])
  if (before) return before
  if (count >= mostHosts)
    throw badInput(`A site has at most ${mostHosts} hosts. Give one up first.`, 'too-many-hosts')
  const challenge = randomBytes(20).toString('hex')
  await claimsIn(db).updateOne(
    { _id },
    {
      $setOnInsert: { host, site, challenge, claimedAt: now, state: 'claimed', tries: 0, triesSince: now },
    },
    { upsert: true },
  )
  // Of two claims at once one was first, and both get its text.
  const claimed = await claimsIn(db).findOne({ _id })
  if (!claimed) throw badInput('Somebody else is changing this at the moment. Try again.', 'busy')
  return claimed
}

/** Errors: BAD_USER_INPUT when the host is another library's, or was until lately. */
export function refuseForeign(held: HostDoc | null, site: string, now: Date): void {
  if (!held || held.site === site) return
  if (held.state === 'active')
    throw badInput('This host is the site of another library. That library gives it up first.', 'host-taken')
  if ((held.quarantineUntil?.getTime() ?? 0) > now.getTime())
    throw badInput(
      'Another library had this host until lately: links to it still mean that library. Choose another one, or wait.',
      'host-in-quarantine',
    )
}
