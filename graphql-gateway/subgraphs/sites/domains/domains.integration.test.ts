// A library's own host from its claim to its end, over a real store; races, takeovers, and a name server on the wire.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { everybody, memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plainEditing } from '../editing/testing/page-rules.ts'
import { sites } from '../module.ts'
import { openSite } from '../store/open-site.ts'
import { createSites } from '../subgraph.ts'
import { domainsJob } from './job.ts'
import { openNameServer } from './name-server.fixture.ts'
import { txtByDns, type TxtOf } from './proof.ts'
import { activeHosts } from './read.ts'

const day = 86_400_000
let clock = Date.parse('2026-11-22T00:00:00Z')
const records = new Map<string, readonly string[] | 'away'>()
let looks = 0
const txtOf: TxtOf = async (name) => {
  looks++
  const found = records.get(name) ?? []
  if (found === 'away') throw new Error('ETIMEOUT')
  return found
}
const subgraph = createSites(
  { sitesOrigin: 'https://lib.example', ...plainEditing },
  { ownOrigins: ['https://www.nlib.example', 'https://lib.example'], txtOf },
)
const execute = createExecutor(subgraph)
const audit = memoryAudit()

let store: TestStore
let db: Db
beforeAll(async () => {
  store = await openTestStore()
  db = store.db('domains')
  await prepareStore({ db, now: () => new Date(clock) }, [
    sites({ pages: async () => new Map(), sites: async () => [] }),
  ])
  for (const code of ['n3301', 'n3302'])
    await openSite(
      db,
      {
        ...{ code, names: { 'zh-CN': code }, seal: '杭州', theme: 'national', menu: [], template: 'county' },
        pages: new Map([['/', '{}']]),
      },
      new Date(clock),
    )
})
afterAll(() => store.close())
beforeEach(async () => {
  records.clear()
  looks = 0
  await db.collection('site_domains').deleteMany({})
})

const nation = () => {
  const found = everybody(clock / 1000).get('a national admin')
  if (!found) throw new Error('there is no national admin to try')
  return found
}
interface Told {
  readonly id: string
  readonly state: string
  readonly role: string | null
  readonly recordAt: string
  readonly recordText: string
  readonly lostSince: string | null
}
async function ask(query: string, variables: Record<string, unknown> = {}) {
  const context = { ...testContext(db, { principal: nation(), audit, now: () => clock }) }
  const { data, errors } = await execute(query, variables, context)
  const error = errors?.[0]
  const reason = error
    ? String(error.extensions['reason'] ?? error.extensions['code'] ?? error.message)
    : null
  return { data: (data ?? {}) as Record<string, Told>, reason }
}
const fields = '{ id state role recordAt recordText lostSince }'
const claim = (library: string, host: string) =>
  ask(`mutation($library: ID!, $host: String!) { claimDomain(library: $library, host: $host) ${fields} }`, {
    library,
    host,
  })
const act = (field: string, id: string) => ask(`mutation($id: ID!) { ${field}(id: $id) ${fields} }`, { id })
const told = (data: Record<string, Told>): Told => {
  const [found] = Object.values(data)
  if (!found) throw new Error('nothing was told')
  return found
}
async function siteAt(host: string): Promise<unknown> {
  const context = testContext(db, { now: () => clock })
  const { data } = await execute(
    'query($host: String!) { siteAt(host: $host) { origin site { id } } }',
    { host },
    context,
  )
  return data?.['siteAt'] ?? null
}
/** Claimed and proved. */
async function held(library: string, host: string): Promise<Told> {
  const claimed = told((await claim(library, host)).data)
  records.set(claimed.recordAt, ['v=spf1 -all', claimed.recordText])
  const proved = await act('proveDomain', claimed.id)
  expect(proved.reason).toBeNull()
  return told(proved.data)
}

describe('a host', () => {
  it('that was only claimed is forgotten when it is given up, and anybody may claim it', async () => {
    const claimed = told((await claim('n3301', 'www.hzlib.cn')).data)
    expect((await act('retireDomain', claimed.id)).reason).toBeNull()
    expect(await db.collection('site_domains').countDocuments({})).toBe(0)
    expect(told((await claim('n3302', 'www.hzlib.cn')).data)).toMatchObject({ state: 'CLAIMED' })
  })

  it('is claimed, proved, made the address of the site, and given up', async () => {
    const claimed = told((await claim('n3301', 'Www.Hzlib.cn')).data)
    expect(claimed).toMatchObject({ state: 'CLAIMED', role: null, recordAt: '_shuxiang.www.hzlib.cn' })
    expect(told((await claim('n3301', 'www.hzlib.cn')).data).recordText).toBe(claimed.recordText)
    expect((await act('proveDomain', claimed.id)).reason).toBe('no-proof')
    expect(await siteAt('www.hzlib.cn')).toBeNull()
    const proved = await held('n3301', 'www.hzlib.cn')
    expect(proved).toMatchObject({ state: 'ACTIVE', role: 'ALIAS' })
    expect(await siteAt('www.hzlib.cn')).toEqual({
      origin: 'https://n3301.lib.example',
      site: { id: 'n3301' },
    })
    expect(told((await act('makePrimary', proved.id)).data).role).toBe('PRIMARY')
    for (const host of ['www.hzlib.cn', 'n3301.lib.example'])
      expect(await siteAt(host)).toEqual({ origin: 'https://www.hzlib.cn', site: { id: 'n3301' } })
    expect(told((await act('retireDomain', proved.id)).data)).toMatchObject({ state: 'RETIRED', role: null })
    expect(await siteAt('www.hzlib.cn')).toBeNull()
    expect(await siteAt('n3301.lib.example')).toEqual({
      origin: 'https://n3301.lib.example',
      site: { id: 'n3301' },
    })
  })

  it('is the only primary of its site, whichever of two is made it at once', async () => {
    const [one, other] = [await held('n3301', 'a.hzlib.cn'), await held('n3301', 'b.hzlib.cn')]
    await Promise.all([act('makePrimary', one.id), act('makePrimary', other.id)])
    const { data } = await ask('{ siteDomains(library: "n3301") { host role } }')
    const listed = data['siteDomains'] as unknown as readonly { role: string }[]
    expect(listed.map(({ role }) => role).sort()).toEqual(['ALIAS', 'PRIMARY'])
    expect((await activeHosts(db))[0]?.primarySince).not.toBeNull()
  })

  it('leads from the address of a library in the list of libraries, too', async () => {
    await act('makePrimary', (await held('n3301', 'www.hzlib.cn')).id)
    const { data } = await ask('{ library(id: "n3301") { site } }')
    expect(data['library']).toEqual({ site: 'https://www.hzlib.cn/' })
  })

  it('is noted in the audit log before it is anybody’s', async () => {
    audit.recorded.length = 0
    await act('retireDomain', (await held('n3301', 'www.hzlib.cn')).id)
    expect(audit.recorded.map(({ action, object, details }) => [action, object, details?.['what']])).toEqual(
      ['claim', 'prove', 'retire'].map((what) => ['library.manage', 'domain:www.hzlib.cn', what]),
    )
  })
})

describe('games with hosts', () => {
  it.each([
    'www.hzlib.cn:443',
    'www.hzlib.cn.',
    '.www.hzlib.cn',
    'x.www.hzlib.cn',
    '127.0.0.1',
    'www.hzlib.cn@evil.cn',
    '',
    'a'.repeat(5000),
  ])('%s is nobody', async (host) => {
    await held('n3301', 'www.hzlib.cn')
    expect(await siteAt(host)).toBeNull()
  })

  it.each([
    ['www.nlib.example', 'our-host'],
    ['n3301.lib.example', 'our-host'],
    ['nlіb.example', 'look-alike'],
    ['10.0.0.1', 'no-host'],
    ['hzlib.cn:8080', 'no-host'],
    ['hzlib.cn.', 'no-host'],
    ['com.cn', 'public-suffix'],
  ])('%s cannot be claimed: %s', async (host, reason) => {
    expect((await claim('n3301', host)).reason).toBe(reason)
  })

  it('a site has ten hosts and no more', async () => {
    for (let n = 0; n < 10; n++) expect((await claim('n3301', `h${n}.hzlib.cn`)).reason).toBeNull()
    expect((await claim('n3301', 'h10.hzlib.cn')).reason).toBe('too-many-hosts')
  })

  it('a proof is looked for ten times an hour', async () => {
    const { id } = told((await claim('n3301', 'www.hzlib.cn')).data)
    for (let n = 0; n < 10; n++) expect((await act('proveDomain', id)).reason).toBe('no-proof')
    expect((await act('proveDomain', id)).reason).toBe('too-many-tries')
    expect(looks).toBe(10)
    clock += 3_600_001
    expect((await act('proveDomain', id)).reason).toBe('no-proof')
  })

  it('a library without a site, and one that is made up, claim nothing', async () => {
    for (const library of ['n3399', 'nobody', '../n3301'])
      expect((await claim(library, 'www.hzlib.cn')).reason).toBe('no-site')
  })
})

describe('two libraries and one host', () => {
  it('may both claim it; who proves it has it, and the text of one proves nothing for the other', async () => {
    const [one, other] = [
      told((await claim('n3301', 'www.hzlib.cn')).data),
      told((await claim('n3302', 'www.hzlib.cn')).data),
    ]
    records.set(one.recordAt, [one.recordText])
    expect((await act('proveDomain', other.id)).reason).toBe('no-proof')
    expect((await act('proveDomain', one.id)).reason).toBeNull()
    records.set(one.recordAt, [one.recordText, other.recordText])
    expect((await act('proveDomain', other.id)).reason).toBe('host-taken')
    expect((await claim('n3302', 'www.hzlib.cn')).reason).toBe('host-taken')
  })

  it('that prove it at the same moment do not both get it', async () => {
    const claims = [await claim('n3301', 'www.hzlib.cn'), await claim('n3302', 'www.hzlib.cn')].map(
      ({ data }) => told(data),
    )
    records.set(
      '_shuxiang.www.hzlib.cn',
      claims.map(({ recordText }) => recordText),
    )
    const came = await Promise.all(claims.map(({ id }) => act('proveDomain', id)))
    expect(came.map(({ reason }) => reason).sort()).toEqual(['host-taken', null])
    expect(await activeHosts(db)).toHaveLength(1)
  })

  it('do not get what the other gave up within 90 days; the first gets it back at once', async () => {
    await act('retireDomain', (await held('n3301', 'www.hzlib.cn')).id)
    expect((await claim('n3302', 'www.hzlib.cn')).reason).toBe('host-in-quarantine')
    expect((await held('n3301', 'www.hzlib.cn')).state).toBe('ACTIVE')
    await act('retireDomain', 'www.hzlib.cn')
    clock += 90 * day + 1
    expect((await held('n3302', 'www.hzlib.cn')).state).toBe('ACTIVE')
    expect(await siteAt('www.hzlib.cn')).toMatchObject({ site: { id: 'n3302' } })
  })

  it('a claim from before the other had it does not outlast the quarantine', async () => {
    const waiting = told((await claim('n3302', 'www.hzlib.cn')).data)
    await act('retireDomain', (await held('n3301', 'www.hzlib.cn')).id)
    records.set(waiting.recordAt, [waiting.recordText])
    expect((await act('proveDomain', waiting.id)).reason).toBe('host-in-quarantine')
  })
})

describe('the job', () => {
  const warned: object[] = []
  const run = (): Promise<void> =>
    domainsJob(async () => txtOf).run(
      {
        ...{ db, now: () => new Date(clock), dataDir: '', publicOrigin: 'https://www.nlib.example' },
        log: { debug() {}, info() {}, error() {}, warn: (entry) => void warned.push(entry) },
      },
      new AbortController().signal,
    )

  it('tells of a proof that is gone for a week, and the host goes on serving', async () => {
    const { recordAt, recordText } = told((await claim('n3301', 'www.hzlib.cn')).data)
    await held('n3301', 'www.hzlib.cn')
    warned.length = 0
    records.delete(recordAt)
    clock += day
    await run()
    clock += 6 * day
    await run()
    expect(warned).toEqual([])
    clock += day
    await run()
    expect(warned).toHaveLength(1)
    expect(await siteAt('www.hzlib.cn')).not.toBeNull()
    records.set(recordAt, [recordText])
    clock += day
    await run()
    const { data } = await ask('{ siteDomains(library: "n3301") { lostSince } }')
    expect(data['siteDomains']).toEqual([{ lostSince: null }])
  })

  it('takes a name server that does not answer for no sign', async () => {
    const { recordAt } = told((await claim('n3301', 'www.hzlib.cn')).data)
    await held('n3301', 'www.hzlib.cn')
    records.set(recordAt, 'away')
    clock += day
    await run()
    const { data } = await ask('{ siteDomains(library: "n3301") { lostSince } }')
    expect(data['siteDomains']).toEqual([{ lostSince: null }])
  })

  it('forgets a claim that nobody proved in 30 days', async () => {
    await claim('n3301', 'www.hzlib.cn')
    clock += 30 * day
    await run()
    expect(await db.collection('site_domains').countDocuments({})).toBe(0)
  })
})

it('a name server is asked on the wire: a text in pieces, none, one that fails', async () => {
  const server = await openNameServer()
  try {
    const txt = txtByDns([server.address])
    const text = `shuxiang-site=${'a'.repeat(100)}`
    server.records.set('_shuxiang.hzlib.cn', ['v=spf1 -all', text])
    server.records.set('_shuxiang.failing.cn', 'failing')
    expect(await txt('_shuxiang.hzlib.cn')).toEqual(['v=spf1 -all', text])
    expect(await txt('_shuxiang.none.cn')).toEqual([])
    await expect(txt('_shuxiang.failing.cn')).rejects.toThrow('ESERVFAIL')
  } finally {
    await server.close()
  }
})
