// `npm run sites -- domain <code> …`: the hosts of a library's site, for whoever runs the product.
import { randomUUID } from 'node:crypto'
import { openAuditLog } from '@shuxiang/audit'
import {
  claim,
  claimId,
  domainById,
  domainsOf,
  hostFaults,
  hostsOf,
  isLive,
  makePrimary,
  proofAt,
  proofOf,
  prove,
  readHost,
  retire,
  type DomainDoc,
} from '@shuxiang/subgraph-sites/domains'
import type { Db } from 'mongodb'
import { domainParts } from './own-origins.ts'

export const domainUsage = `npm run sites -- domain <code> list
     npm run sites -- domain <code> claim|prove|primary|retire <host>
  claim   gives the TXT record that proves the host; prove looks for it, and the site serves there
  primary all other addresses of the site lead to this host; retire gives it up`

/** What is wrong with what was typed, in a sentence. */
export type Refused = { readonly refused: string }

const deeds = ['list', 'claim', 'prove', 'primary', 'retire']

/** Whether the words after `domain` are a wish at all. */
export function isDomainWish([site = '', deed = '', given = '', ...more]: readonly string[]): boolean {
  return site !== '' && deeds.includes(deed) && more.length === 0 && (deed === 'list') === (given === '')
}

/** Lines to be printed. Errors: those of the store; refusals of the rules are errors with their sentence. */
export async function domainCommand(
  db: Db,
  [site = '', deed = '', given = '', ...more]: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<readonly string[] | Refused> {
  if (!isDomainWish([site, deed, given, ...more])) return { refused: `Use: ${domainUsage}` }
  if (!(await isLive(db, site))) return { refused: `The library ${site} has no site that is served.` }
  if (deed === 'list') return (await domainsOf(db, site, {})).map(lineOf)
  const { ownOrigins, txtOf } = domainParts(environment)
  const read = readHost(given, hostsOf(ownOrigins))
  if ('fault' in read) return { refused: hostFaults[read.fault] }
  const { host } = read
  const now = new Date()
  const note = (what: string): Promise<void> =>
    openAuditLog(db, Date.now).record({
      ...{ actor: 'operator', client: null, action: 'library.manage', outcome: 'done', reason: null },
      ...{ library: site, object: `domain:${host}`, requestId: randomUUID(), details: { what } },
    })
  if (deed === 'claim') {
    await note('claim')
    const claimed = await claim(db, site, host, now)
    return [lineOf(claimed), `TXT record  ${proofAt(host)}  "${proofOf(claimed.challenge)}"`]
  }
  const held = await domainById(db, host, {})
  const own = held?.site === site ? held : null
  if (deed === 'prove') {
    const claimed = await domainById(db, claimId(site, host), {})
    if (own?.state === 'active') return [lineOf(own)]
    if (claimed?.state !== 'claimed') return { refused: `${site} has not claimed ${host}; claim it first.` }
    return [lineOf(await prove(db, claimed, { txtOf, now, note: () => note('prove') }))]
  }
  if (deed === 'retire') {
    const found = own ?? (await domainById(db, claimId(site, host), {}))
    if (!found) return { refused: `${site} has no host ${host}.` }
    await note('retire')
    return [lineOf(await retire(db, found, now))]
  }
  if (!own || own.state !== 'active') return { refused: `${host} does not serve ${site}; prove it first.` }
  await note('make-primary')
  return [lineOf(await makePrimary(db, own, now))]
}

function lineOf(domain: DomainDoc): string {
  const { host, state } = domain
  const more =
    domain.state === 'claimed'
      ? `TXT ${proofAt(host)} "${proofOf(domain.challenge)}"`
      : domain.state === 'retired'
        ? `until ${domain.quarantineUntil?.toISOString() ?? ''} nobody else's`
        : domain.lostSince
          ? `the proof is gone since ${domain.lostSince.toISOString()}`
          : domain.primarySince
            ? 'primary since ' + domain.primarySince.toISOString()
            : ''
  return `${host.padEnd(30)} ${state.padEnd(8)} ${more}`.trimEnd()
}
