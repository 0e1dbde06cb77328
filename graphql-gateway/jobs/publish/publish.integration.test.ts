// Publishing from end to end over a real store, the gateway being a function: what is live after every way to end.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { GatewayClient } from '@shuxiang/gateway-client'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import {
  askPublication,
  askRefresh,
  openSite,
  rollBack,
  type NewSite,
} from '@shuxiang/subgraph-sites/content'
import { sites } from '@shuxiang/subgraph-sites/module'
import {
  artifactText,
  numbered,
  publicationsIn,
  releasesIn,
  type SiteDoc,
} from '@shuxiang/subgraph-sites/publishing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishJob, type PublishingParts } from './job.ts'
import { steps, type Step } from './ports.ts'
import { onePoem, plainPorts } from './testing/plain-ports.ts'

let store: TestStore
let db: Db
let opened = 0
let site = ''
let clock = new Date('2026-11-22T04:00:00Z')
const now = (): Date => clock
const quiet = { debug() {}, info() {}, warn() {}, error() {} }

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`publish${++opened}`)
  clock = new Date('2026-11-22T04:00:00Z')
  site = 'n330110'
  gateway.poem = '山居秋暝'
  gateway.away = false
  gateway.asked.length = 0
  // Without three thousand libraries, which publishing does not look at.
  const { seed: _, ...module } = sites({ pages: async () => new Map(), sites: async () => [] })
  await prepareStore({ db, now }, [module])
  await openSite(db, branch, now())
})

const page = (title: string, type = 'daily-poem', show: object = {}): string =>
  JSON.stringify({
    schema: 1,
    meta: { title: { 'zh-CN': title } },
    root: ['b'],
    blocks: { b: { type, v: 1, fields: {}, slots: {}, ...show } },
  })
const branch: NewSite = {
  code: 'n330110',
  names: { 'zh-CN': '余杭区图书馆' },
  seal: '余杭',
  theme: 'national',
  menu: [{ path: '/', words: { 'zh-CN': '首页' } }],
  template: 'county',
  pages: new Map([
    ['/', page('首页')],
    ['/about', page('关于')],
  ]),
}

/** A gateway that knows one poem. */
const gateway = {
  poem: '',
  away: false,
  asked: [] as { readonly name: string; readonly tenant: string | null | undefined }[],
}
const client: GatewayClient = {
  async ask({ name }, _variables, { tenant }) {
    gateway.asked.push({ name, tenant })
    if (gateway.away) throw new Error('away')
    return { data: onePoem(gateway.poem), errors: [] }
  },
  run: async () => null,
}

const parts = (over: Partial<PublishingParts> = {}): PublishingParts => ({ ...plainPorts, client, ...over })
const run = (over: Partial<PublishingParts> = {}, signal = new AbortController().signal): Promise<void> =>
  publishJob(parts(over)).run({ db, now, log: quiet, dataDir: '', publicOrigin: '' }, signal)

const live = async () => (await db.collection<SiteDoc>('sites').findOne({ _id: site }))?.live
const liveRelease = async () => {
  const release = await releasesIn(db).findOne({ _id: numbered(site, (await live())?.release ?? 0) })
  if (!release) throw new Error('No release is live.')
  return release
}
/** The page that a reader gets; every file of the release must be there. */
async function home(): Promise<string> {
  const { routes } = await liveRelease()
  const texts = await Promise.all(routes.map(({ artifact }) => artifactText(db, artifact)))
  expect(texts).not.toContain(null)
  return texts[routes.findIndex(({ path, language }) => path === '/' && language === 'zh-CN')] ?? ''
}
const stateOf = async (number: number) =>
  (await publicationsIn(db).findOne({ _id: numbered(site, number) }))?.state
const changeHome = (title: string): Promise<unknown> =>
  db
    .collection<{ _id: string }>('site_pages')
    .updateOne({ _id: `${site}:/` }, { $set: { document: page(title) } })

describe('a publication', () => {
  it('becomes a release that is served, and asks each question once and for its library', async () => {
    await run()
    expect(await home()).toContain('山居秋暝')
    expect(await stateOf(1)).toBe('live')
    expect(gateway.asked).toEqual([
      { name: 'DailyPoem', tenant: site },
      // Of the frame: urgent notices.
      { name: 'LibraryNotices', tenant: site },
      // With the names of the other language.
      { name: 'DailyPoem', tenant: site },
    ])
    expect(await liveRelease()).toMatchObject({
      number: 1,
      why: 'publish',
      changed: ['/', '/about'],
      stale: [],
    })
  })

  it('gives equal hashes for equal inputs, and tells which pages are other', async () => {
    await run()
    const before = await live()
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    expect(await live()).toMatchObject({ release: 2, hash: before?.hash })
    await changeHome('新的首页')
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    expect(await liveRelease()).toMatchObject({ number: 3, by: 'lin', changed: ['/'] })
  })

  it('is in the languages that the library has chosen, and says of no others that they are there', async () => {
    await run()
    const there = async () =>
      (await liveRelease()).routes.flatMap(({ path, language }) => (path === '/' ? [language] : []))
    expect(await there()).toEqual(['zh-CN', 'en'])
    await db
      .collection<{ _id: string }>('sites')
      .updateOne({ _id: site }, { $set: { languages: ['zh-CN', 'ug'] } })
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    expect(await there()).toEqual(['zh-CN'])
    expect(await home()).toContain('hreflang="zh-CN"')
    expect(await home()).not.toContain('hreflang="en"')
    // None that pages can be drawn in: they are there in all rather than in none.
    await db.collection<{ _id: string }>('sites').updateOne({ _id: site }, { $set: { languages: ['ug'] } })
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    expect(await there()).toEqual(['zh-CN', 'en'])
  })

  it('shows what the nation and its province keep for all, and follows when they publish it anew', async () => {
    const words = (text: string): string =>
      JSON.stringify({
        ...{ schema: 1, meta: { title: { 'zh-CN': '共用' } }, root: ['q'] },
        blocks: { q: { type: 'quotation', v: 1, fields: { text: { 'zh-CN': text } }, slots: {} } },
      })
    const keeper = (code: string, text: string): NewSite => ({
      ...branch,
      code,
      pages: new Map([
        ['/', page(code)],
        ['/parts/law', words(text)],
      ]),
    })
    const naming = (from: string, part: string) => ({
      ...{ type: 'shared-part', v: 1, slots: {} },
      fields: { from, part },
    })
    await openSite(db, keeper('ndl', '公共图书馆法'), now())
    await openSite(db, keeper('n33', '浙江省实施办法'), now())
    await openSite(db, keeper('n44', '广东省的'), now())
    await run()
    await db.collection<{ _id: string }>('site_pages').updateOne(
      { _id: `${site}:/` },
      {
        $set: {
          document: JSON.stringify({
            ...{ schema: 1, meta: { title: { 'zh-CN': '首页' } }, root: ['a', 'b', 'c'] },
            blocks: { a: naming('nation', 'law'), b: naming('province', 'law'), c: naming('nation', 'none') },
          }),
        },
      },
    )
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    expect(await home()).toMatch(/公共图书馆法[^]*浙江省实施办法/)
    expect(await home()).not.toContain('广东省的')
    const publication = await publicationsIn(db).findOne({ site, state: 'live' }, { sort: { number: -1 } })
    expect(publication?.findings).toContainEqual(
      expect.objectContaining({ rule: 'shared-part', page: '/', blocking: false }),
    )
    // A part is no page that readers find.
    const routes = async (code: string) => {
      const { live: there } = (await db.collection<SiteDoc>('sites').findOne({ _id: code })) ?? {}
      const release = await releasesIn(db).findOne({ _id: numbered(code, there?.release ?? 0) })
      return release?.routes.map(({ path }) => path)
    }
    expect(await routes('n33')).not.toContain('/parts/law')
    await db
      .collection<{ _id: string }>('site_pages')
      .updateOne({ _id: 'n33:/parts/law' }, { $set: { document: words('浙江省新办法') } })
    await askPublication(db, { site: 'n33', by: 'lin', at: now() })
    await run()
    expect(await home()).toMatch(/公共图书馆法[^]*浙江省新办法/)
  })

  it('with a page that has ended or not begun tells nobody of it, by whatever question', async () => {
    const timed = (times: object): string =>
      JSON.stringify({ schema: 1, meta: { title: { 'zh-CN': '活动' }, ...times }, root: [], blocks: {} })
    await db
      .collection<{ _id: string }>('site_pages')
      .updateOne({ _id: `${site}:/about` }, { $set: { document: timed({ until: '2026-11-22T05:00:00Z' }) } })
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    const routes = async () => (await liveRelease()).routes.map(({ path }) => path)
    expect(await routes()).toContain('/about')
    const publication = await publicationsIn(db).findOne({ site, state: 'live' }, { sort: { number: -1 } })
    expect(publication?.pages).toContainEqual(
      expect.objectContaining({ path: '/about', until: '2026-11-22T05:00:00Z' }),
    )
    // By the clock alone, at the very moment.
    clock = new Date('2026-11-22T05:00:00Z')
    await run()
    expect(await routes()).not.toContain('/about')
  })

  it('says of a page with what microfrontends offer that it is drawn for each request, and of no other', async () => {
    const about = (document: string) =>
      db
        .collection<{ _id: string }>('site_pages')
        .updateOne({ _id: `${site}:/about` }, { $set: { document } })
    await about(page('书架', 'part-of-service', { fields: { offer: 'account/shelf' } }))
    await askPublication(db, { site, by: 'lin', at: now() })
    let judged: ReadonlySet<string> | undefined
    const asking = { n: 0 }
    const offers: PublishingParts['offers'] = async () => {
      asking.n++
      return new Set(['account/shelf'])
    }
    const check: PublishingParts['check'] = (_inputs, _drawn, facts) => {
      judged = facts.offers
      return []
    }
    await run({ offers, check })
    const { routes } = await liveRelease()
    const perRequest = routes.filter((route) => 'perRequest' in route)
    expect(perRequest.map((route) => [route.path, route.language, route.perRequest])).toEqual([
      ['/about', 'zh-CN', true],
      ['/about', 'en', true],
    ])
    expect([asking.n, judged]).toEqual([1, new Set(['account/shelf'])])
    // What a reader's own device fills takes a script too, and nobody is asked for it.
    await about(page('接着读', 'go-on', { fields: { title: { 'zh-CN': '接着读' } } }))
    await askPublication(db, { site, by: 'lin', at: now() })
    await run({ offers, check })
    expect((await liveRelease()).routes.filter((route) => route.perRequest).map(({ path }) => path)).toEqual([
      '/about',
      '/about',
    ])
    // Where no page has any, nobody is asked.
    await about(page('关于'))
    await askPublication(db, { site, by: 'lin', at: now() })
    await run({ offers, check })
    expect([asking.n, judged]).toEqual([1, undefined])
    expect((await liveRelease()).routes.some((route) => 'perRequest' in route)).toBe(false)
  })

  it('waits for its time', async () => {
    await run()
    await changeHome('元旦')
    await askPublication(db, { site, by: 'lin', at: now(), publishAt: new Date('2026-11-22T05:00:00Z') })
    await run()
    expect((await live())?.release).toBe(1)
    clock = new Date('2026-11-22T05:00:00Z')
    await run()
    expect(await home()).toContain('元旦')
  })

  it('is refused by a blocking finding, and what is served stays', async () => {
    await run()
    await askPublication(db, { site, by: 'lin', at: now() })
    const finding = { rule: 'alt', page: '/', block: 'b', words: { en: 'No words.' }, blocking: true }
    await run({ check: () => [finding] })
    expect(await publicationsIn(db).findOne({ _id: numbered(site, 2) })).toMatchObject({
      state: 'refused',
      findings: [finding],
    })
    expect((await live())?.release).toBe(1)
  })

  it('is refused when a page cannot be read', async () => {
    await db
      .collection<{ _id: string }>('site_pages')
      .updateOne({ _id: `${site}:/` }, { $set: { document: '{"schema":9}' } })
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    expect([await stateOf(2), await live()]).toEqual(['refused', undefined])
  })

  it('of two that are asked for at once the later one is live', async () => {
    await changeHome('甲')
    const first = askPublication(db, { site, by: 'lin', at: now() })
    await first
    await changeHome('乙')
    await askPublication(db, { site, by: 'wu', at: now() })
    await Promise.all([run(), run()])
    await run()
    expect(await home()).toContain('乙')
    expect(await stateOf(3)).toBe('live')
  })

  it('that somebody asked for while it was drawn does not come over a later one', async () => {
    await run()
    await changeHome('甲')
    await askPublication(db, { site, by: 'lin', at: now() })
    let once = true
    await run({
      async passed(step) {
        if (step !== 'written' || !once) return
        once = false
        await rollBack(db, { site, to: 1, by: 'wu', at: now() })
      },
    })
    expect(await liveRelease()).toMatchObject({ why: 'rollback', publication: 1 })
    expect(await stateOf(2)).toBe('superseded')
  })
})

describe.each(steps)('a worker that ends after the step %s', (step: Step) => {
  it.each(['is killed', 'fails'])(
    'and %s leaves the former release whole, and another goes on',
    async (how) => {
      await run()
      await changeHome('新的首页')
      await askPublication(db, { site, by: 'lin', at: now() })
      const ending = new AbortController()
      const passed = async (at: Step): Promise<void> => {
        if (at !== step) return
        if (how === 'is killed') ending.abort()
        throw new Error(`ends at ${step}`)
      }
      await run({ passed }, ending.signal).catch(() => undefined)
      expect((await home()).includes('新的首页')).toBe(step === 'live')
      clock = new Date(clock.getTime() + 10 * 60_000)
      await run()
      expect(await home()).toContain('新的首页')
      expect(await stateOf(2)).toBe('live')
    },
  )
})

describe('a process', () => {
  /** Ends when the line comes: `there` after the step, `done` when all was published. */
  async function killedAfter(step: Step): Promise<void> {
    const script = new URL('./testing/publish-and-hang.ts', import.meta.url).pathname
    const child = spawn(process.execPath, [script, store.uri, db.databaseName, step, now().toISOString()], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    })
    const [line] = await once(child.stdout, 'data')
    expect(String(line)).toBe('there\n')
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  it.each(steps)(
    'that is killed after the step %s leaves the former release whole, and another goes on',
    async (step) => {
      await run()
      await changeHome('新的首页')
      await askPublication(db, { site, by: 'lin', at: now() })
      await killedAfter(step)
      expect((await home()).includes('新的首页')).toBe(step === 'live')
      clock = new Date(clock.getTime() + 10 * 60_000)
      await run()
      expect(await home()).toContain('新的首页')
      expect(await stateOf(2)).toBe('live')
    },
  )

  it('that is killed while one waits for its time has lost nothing, also when the clock jumps', async () => {
    await run()
    await changeHome('元旦')
    await askPublication(db, { site, by: 'lin', at: now(), publishAt: new Date('2026-11-22T05:00:00Z') })
    // Back by an hour: nothing is due, and what is served stays.
    clock = new Date('2026-11-22T03:00:00Z')
    await run()
    expect((await live())?.release).toBe(1)
    clock = new Date('2026-11-25T00:00:00Z')
    await killedAfter('written')
    expect(await home()).not.toContain('元旦')
    await run()
    expect(await home()).toContain('元旦')
  })

  it('of a former version that ended an earlier publication too late does not bring it back', async () => {
    await run()
    await changeHome('甲')
    await askPublication(db, { site, by: 'lin', at: now(), publishAt: new Date('2026-11-22T05:00:00Z') })
    await changeHome('乙')
    await askPublication(db, { site, by: 'wu', at: now() })
    // As it is when the process that asked has ended between its two writes.
    await publicationsIn(db).updateOne({ _id: numbered(site, 2) }, { $set: { state: 'asked' } })
    await run()
    clock = new Date('2026-11-22T06:00:00Z')
    await run()
    expect(await home()).toContain('乙')
    expect(await stateOf(2)).toBe('superseded')
  })
})

describe('a refresh', () => {
  it('shows new answers of the published documents, never a draft', async () => {
    await run()
    gateway.poem = '静夜思'
    await changeHome('草稿')
    await askRefresh(db, [site], now())
    await run()
    expect(await home()).toContain('静夜思')
    expect(await home()).not.toContain('草稿')
    expect(await liveRelease()).toMatchObject({ number: 2, why: 'refresh', publication: 1 })
  })

  it('makes no release where nothing came out other', async () => {
    await run()
    await askRefresh(db, [site], now())
    await run()
    expect((await live())?.release).toBe(1)
    expect(await db.collection('site_refreshes').countDocuments({})).toBe(0)
  })

  it('keeps the last good answers while the gateway is away, and says so', async () => {
    await run()
    gateway.away = true
    await changeHome('停电')
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    expect(await home()).toContain('山居秋暝')
    expect(await liveRelease()).toMatchObject({ number: 2, stale: ['DailyPoem', 'LibraryNotices'] })
    gateway.away = false
    gateway.poem = '静夜思'
    clock = new Date(clock.getTime() + 60_000)
    await run()
    expect(await home()).toContain('静夜思')
  })

  it('a new site waits for a gateway that is away', async () => {
    gateway.away = true
    await run()
    expect(await live()).toBeUndefined()
    gateway.away = false
    clock = new Date(clock.getTime() + 2_000)
    await run()
    expect((await live())?.release).toBe(1)
  })

  it('comes by itself with the day', async () => {
    await run()
    expect((await live())?.redrawAt).toEqual(new Date('2026-11-22T16:00:00Z'))
    clock = new Date('2026-11-22T16:00:00Z')
    gateway.poem = '静夜思'
    await run()
    expect(await home()).toContain('静夜思')
    expect((await live())?.redrawAt).toEqual(new Date('2026-11-23T16:00:00Z'))
  })

  it('comes by itself when records have changed', async () => {
    await run({ newestRecord: async () => new Date('2026-11-16') })
    gateway.poem = '静夜思'
    await run({ newestRecord: async () => new Date('2026-11-16') })
    expect(await home()).toContain('山居秋暝')
    clock = new Date(clock.getTime() + 59_000)
    await run({ newestRecord: async () => new Date('2026-11-17') })
    expect(await home()).toContain('山居秋暝')
    clock = new Date(clock.getTime() + 1_000)
    await run({ newestRecord: async () => new Date('2026-11-17') })
    expect(await home()).toContain('静夜思')
  })

  it('comes once more when a change may not be in every answer yet, and then no more', async () => {
    await run()
    const after = async (ms: number): Promise<void> => {
      clock = new Date(clock.getTime() + ms)
      await run()
    }
    await askRefresh(db, [site], now())
    await run()
    gateway.poem = '静夜思'
    await after(4_000)
    expect(await home()).toContain('山居秋暝')
    await after(1_000)
    expect(await home()).toContain('静夜思')
    expect((await live())?.redrawAt).toEqual(new Date('2026-11-22T16:00:00Z'))
  })

  it('comes once more all the same when somebody publishes meanwhile', async () => {
    await run()
    await askRefresh(db, [site], now())
    await run()
    clock = new Date(clock.getTime() + 2_000)
    await askPublication(db, { site, by: 'lin', at: now() })
    await run()
    expect(await liveRelease()).toMatchObject({ publication: 2 })
    gateway.poem = '静夜思'
    clock = new Date(clock.getTime() + 5_000)
    await run()
    expect(await home()).toContain('静夜思')
    expect((await live())?.redrawAt).toEqual(new Date('2026-11-22T16:00:00Z'))
  })

  it('comes once more when it was drawn right after a record had changed', async () => {
    const newestRecord = async (): Promise<Date> => new Date('2026-11-22T03:59:58Z')
    await run({ newestRecord })
    gateway.poem = '静夜思'
    clock = new Date(clock.getTime() + 5_000)
    await run({ newestRecord })
    expect(await home()).toContain('静夜思')
    expect((await live())?.redrawAt).toEqual(new Date('2026-11-22T16:00:00Z'))
  })

  it('that was asked for while pages are drawn is not lost', async () => {
    await run()
    await askRefresh(db, [site], now())
    let once = true
    await run({
      async passed(step) {
        if (step !== 'answered' || !once) return
        once = false
        gateway.poem = '静夜思'
        await askRefresh(db, [site], now())
      },
    })
    expect(await home()).toContain('静夜思')
  })
})

describe('sweeping', () => {
  it('takes away bytes that no release names, and former refreshes, when they are old', async () => {
    await run()
    gateway.poem = '静夜思'
    await askRefresh(db, [site], now())
    await run()
    gateway.poem = '春晓'
    await askRefresh(db, [site], now())
    await run()
    const count = await db.collection('site_artifacts').countDocuments({})
    clock = new Date('2026-11-22T12:00:00Z')
    await run()
    expect(await db.collection('site_artifacts').countDocuments({})).toBe(count)
    clock = new Date('2026-11-26T12:00:00Z')
    await run()
    const releases = await releasesIn(db).find({ site }).sort({ site: 1, number: 1 }).toArray()
    expect(releases.map(({ number }) => number).includes(2)).toBe(false)
    expect(releases[0]?.number).toBe(1)
    expect(await db.collection('site_artifacts').countDocuments({})).toBeLessThan(count)
    await home()
    expect(await rollBack(db, { site, to: 1, by: 'wu', at: now() })).toBeGreaterThan(3)
    expect(await home()).toContain('山居秋暝')
  })
})
