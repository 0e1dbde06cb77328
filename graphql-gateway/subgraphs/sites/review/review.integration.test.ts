// Review over a real store: what nobody gets past, and what several people let pass.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { memoryAudit, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { about, deskOf, home, prepared, type Desk } from '../editing/testing/site.ts'
import { binIn, revisionsIn } from '../editing/documents.ts'
import { scopeOfSite } from '../editing/scope.ts'
import { changeSite } from '../editing/site-facts.ts'
import { thinRevisions } from '../editing/thin.ts'
import { personal } from '../personal.ts'
import { publicationsIn, releasesIn } from '../releases/documents.ts'
import { areGiven } from './approvals.ts'
import { sitesIn } from '../store/documents.ts'
import { approvalsIn, changersIn } from './documents.ts'
import { later, makeLive, reviewDesk, team } from './testing/desk.ts'

const { lin, wu, he, qin, admin, foreign, both } = team
let store: TestStore
let db: Db
let desk: Desk & { readonly audit: ReturnType<typeof memoryAudit> }
let on: ReturnType<typeof reviewDesk>

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('review')
})
afterAll(() => store.close())
beforeEach(async () => {
  await prepared(db)
  for (const site of ['n33', 'n44']) expect([site, await makeLive(db, later(0))]).toEqual([site, true])
  desk = deskOf(db, memoryAudit(), testContext)
  on = reviewDesk(desk)
})

/** As if they had been published so. */
async function steps(reviewSteps: 1 | 2 | 3): Promise<void> {
  await sitesIn(db).updateOne({ _id: 'n33' }, { $set: { reviewSteps } })
  await publicationsIn(db).updateMany({ site: 'n33' }, { $set: { reviewSteps } })
}
const noted = () => desk.audit.recorded.map(({ action, actor, outcome }) => `${action} ${actor} ${outcome}`)
const states = async (): Promise<readonly string[]> =>
  (await publicationsIn(db).find({ site: 'n33' }).sort({ site: 1, number: -1 }).toArray()).map(
    ({ state }) => state,
  )

describe('with two steps', () => {
  beforeEach(() => steps(2))

  it('somebody else looks and publishes; or lets it pass, and then whoever changed it may publish', async () => {
    await on.writes(wu, '新的')
    expect(await on.told(wu)).toMatchObject({ part: 'CHANGED', wanted: 1, mayPublish: false, differs: true })
    expect(await on.told(he)).toMatchObject({
      ...{ part: 'MAY_LOOK', mayPublish: true, changers: [{ name: 'n33/wu', own: false }] },
    })
    expect(await on.told(lin)).toMatchObject({ part: 'NONE', mayPublish: false })
    expect(await on.publishes(wu)).toBe('second-person')
    await on.approves(he, { words: '可以' })
    expect(await on.told(wu)).toMatchObject({
      ...{ wanted: 0, mayPublish: true },
      approvals: [{ name: 'n33/he', words: '可以', counts: true }],
    })
    expect(await on.publishes(wu)).toBe('ASKED')
    expect(await makeLive(db, later(1))).toBe(true)
    expect(await on.told(wu)).toMatchObject({ differs: false, changers: [], part: 'MAY_LOOK' })
    await on.writes(wu, '更新的')
    expect(await on.publishes(he)).toBe('ASKED')
    expect(noted().filter((line) => !line.startsWith('page.draft'))).toEqual([
      'page.publish wu refused',
      'page.approve he done',
      'page.publish wu done',
      'page.publish he done',
    ])
  })

  it.each<[string, (desk: typeof on) => Promise<unknown>]>([
    ['a word on a page', (desk) => desk.writes(admin, '改')],
    ['the seal', (desk) => desk.configures(admin, { seal: '浙图' })],
    ['the theme', (desk) => desk.configures(admin, { theme: 'bamboo' })],
    ['the name', (desk) => desk.configures(admin, { names: [{ language: 'zh-CN', text: '浙图' }] })],
    [
      'the order of the menu',
      (desk) =>
        desk.configures(admin, {
          menu: ['/about', '/'].map((path) => ({ path, words: [{ language: 'zh-CN', text: path }] })),
        }),
    ],
    ['the languages', (desk) => desk.configures(admin, { languages: ['zh-CN', 'ug'] })],
    [
      'the filing numbers',
      (desk) => desk.configures(admin, { filings: { icp: '浙ICP备1号', publicSecurity: '' } }),
    ],
    ['the steps', (desk) => desk.configures(admin, { reviewSteps: 1 })],
    [
      'an address',
      (desk) =>
        desk.does(admin, 'mutation($p: ID!) { renamePage(page: $p, path: "/hours") { id } }', { p: about }),
    ],
    [
      'a new page',
      (desk) =>
        desk.does(
          admin,
          'mutation { createPage(site: "n33", key: "a-new-page", path: "/new", title: [{ language: "zh-CN", text: "新" }]) { id } }',
        ),
    ],
  ])('%s counts, and whoever changed it neither lets it pass nor publishes it alone', async (_, change) => {
    await change(on)
    expect(await on.told(admin)).toMatchObject({
      ...{ differs: true, part: 'CHANGED', changers: [{ name: 'n33/admin', own: true }] },
    })
    expect(await on.publishes(admin)).toBe('second-person')
    expect(await on.approves(admin)).toBe('second-person')
    expect(await approvalsIn(db).countDocuments()).toBe(0)
    expect(await on.publishes(wu)).toBe('ASKED')
  })

  it('a page that was taken away counts, also when the bin has forgotten it', async () => {
    await steps(1)
    await on.does(
      admin,
      'mutation { createPage(site: "n33", key: "a-new-page", path: "/new", title: [{ language: "zh-CN", text: "新" }]) { id } }',
    )
    await on.publishes(admin)
    await makeLive(db, later(1))
    await steps(2)
    const page = (await publicationsIn(db).findOne({ site: 'n33' }, { sort: { number: -1 } }))?.pages.find(
      ({ path }) => path === '/new',
    )?.page
    await on.does(wu, 'mutation($p: ID!) { removePage(page: $p) { id } }', { p: page })
    expect(await binIn(db).countDocuments({ site: 'n33' })).toBe(1)
    await binIn(db).deleteMany({})
    expect(await on.told(he)).toMatchObject({ differs: true, changers: [{ name: 'n33/wu' }] })
    expect(await on.publishes(wu)).toBe('second-person')
  })

  it('who wrote first stays among those who changed it when their revision was thinned out', async () => {
    await on.writes(wu, '一')
    await on.writes(lin, '二')
    desk.now += 40 * 24 * 3600_000
    const before = await revisionsIn(db).countDocuments({ by: 'wu' })
    await thinRevisions(db, new Date(desk.now), new AbortController().signal)
    expect([before, await revisionsIn(db).countDocuments({ by: 'wu' })]).toEqual([1, 0])
    expect(
      (await on.told({ ...lin, authenticatedAt: desk.now / 1000 })).changers
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['n33/lin', 'n33/wu'])
    expect(await changersIn(db).countDocuments({ by: 'wu', object: home })).toBe(1)
  })

  it('says what was looked at, or is no look', async () => {
    await on.writes(lin, '新的')
    expect(await on.publishes(he, { hash: null })).toBe('look')
    const { hash } = await on.told(he)
    await on.writes(lin, '别的')
    expect(await on.publishes(he, { hash })).toBe('changed')
    expect(await states()).toEqual(['live'])
  })
})

describe('with three steps', () => {
  beforeEach(() => steps(3))

  it('two others look, and the last of them publishes', async () => {
    await on.writes(wu, '新的')
    expect(await on.publishes(he)).toBe('review-wanted')
    await on.approves(he)
    expect(await on.told(qin)).toMatchObject({ wanted: 1, mayPublish: true, part: 'MAY_LOOK' })
    expect(await on.told(he)).toMatchObject({ mayPublish: false, part: 'LOOKED' })
    expect(await on.publishes(he)).toBe('review-wanted')
    expect(await on.publishes(wu)).toBe('second-person')
    expect(await on.publishes(qin)).toBe('ASKED')
    expect(await publicationsIn(db).findOne({ site: 'n33' }, { sort: { number: -1 } })).toMatchObject({
      letThrough: [expect.stringContaining(':he'), expect.stringContaining(':qin')],
    })
  })

  it('one person who looks twice is one person, whatever roles they have', async () => {
    await on.writes(lin, '新的')
    for (let times = 0; times < 2; times++) await on.approves(both)
    expect(await approvalsIn(db).countDocuments()).toBe(1)
    expect(noted().filter((line) => line.startsWith('page.approve'))).toHaveLength(1)
    expect(await on.publishes(both)).toBe('review-wanted')
    await on.writes(both, '我也改')
    expect(await on.approves(both)).toBe('second-person')
  })

  it('fewer count once they were let through under the number of before, more at once', async () => {
    await on.configures(admin, { reviewSteps: 1 })
    expect(await on.told(admin)).toMatchObject({ steps: 3, stepsAfter: 1, differs: true, part: 'CHANGED' })
    expect(await on.publishes(admin)).toBe('second-person')
    // Saying it again, with something else, or by way of two is no way around.
    await on.configures(admin, { reviewSteps: 2 })
    await on.configures(admin, { reviewSteps: 1, seal: '浙图' })
    expect(await on.told(admin)).toMatchObject({ steps: 3 })
    expect(await on.publishes(admin)).toBe('second-person')
    expect(await on.publishes(wu)).toBe('review-wanted')
    await on.approves(wu)
    expect(await on.publishes(he)).toBe('ASKED')
    expect(await on.told(admin)).toMatchObject({ steps: 3 })
    await makeLive(db, later(1))
    expect(await on.told(admin)).toMatchObject({ steps: 1, stepsAfter: 1 })
    await on.writes(admin, '一个人')
    expect(await on.publishes(admin)).toBe('ASKED')
    await on.configures(admin, { reviewSteps: 2 })
    expect(await on.told(admin)).toMatchObject({ steps: 2, stepsAfter: 2 })
    expect(await on.publishes(admin)).toBe('second-person')
  })

  it('fewer that were worked out while somebody asked for more are refused', async () => {
    await steps(1)
    const context = testContext(db, { principal: admin, now: () => desk.now, audit: desk.audit })
    const before = await scopeOfSite(context, 'site.configure', 'n33')
    await on.configures(admin, { reviewSteps: 3 })
    await expect(changeSite(before, 1, { reviewSteps: 1 })).rejects.toThrow('meanwhile')
    expect(await on.told(admin)).toMatchObject({ steps: 3, stepsAfter: 3 })
  })

  it('going back to a release of fewer steps does not bring those back', async () => {
    await steps(1)
    await on.publishes(admin)
    await makeLive(db, later(1))
    await on.configures(admin, { reviewSteps: 3 })
    await on.configures(admin, { reviewSteps: 1 })
    expect((await releasesIn(db).countDocuments({ site: 'n33' })) > 1).toBe(true)
    expect(
      await on.does(admin, 'mutation { rollBackSite(site: "n33", release: 1, reason: "试") { number } }'),
    ).toMatchObject({ number: expect.any(Number) })
    expect(await on.told(admin)).toMatchObject({ steps: 3 })
    expect(await on.publishes(admin)).toBe('second-person')
  })
})

describe('an approval', () => {
  beforeEach(() => steps(2))

  it('counts no more with the first change, and everybody is told what was changed', async () => {
    await on.writes(wu, '新的')
    const { hash } = await on.told(he)
    await on.approves(he)
    await on.writes(wu, '又改了', about)
    await on.configures(admin, { seal: '浙图' })
    expect(await on.told(lin)).toMatchObject({
      ...{ wanted: 1 },
      approvals: [{ name: 'n33/he', counts: false, changedPages: ['/about'], changedSite: true }],
    })
    // Neither sent again nor used again.
    expect(await on.approves(he, { hash })).toBe('changed')
    expect(await on.publishes(wu)).toBe('second-person')
    expect(await on.publishes(wu, { hash })).toBe('second-person')
  })

  it('counts again when what was looked at is there again, unless who gave it changed something meanwhile', async () => {
    await on.writes(wu, '新的')
    await on.approves(he)
    await on.writes(lin, '别的')
    await on.writes(lin, '新的')
    expect(await on.told(wu)).toMatchObject({ wanted: 0 })
    await on.writes(he, '别的')
    await on.writes(he, '新的')
    expect(await on.told(wu)).toMatchObject({ wanted: 1, approvals: [] })
    expect(await on.publishes(wu)).toBe('second-person')
  })

  it('is of one site: the same words elsewhere are another state', async () => {
    const there = reviewDesk(desk, 'n44')
    await on.writes(wu, '新的')
    await there.does(foreign, 'query { siteReview(site: "n44") { hash } }')
    const own = await on.hash()
    const twin = (await there.does(foreign, 'query { siteReview(site: "n44") { hash } }')) as { hash: string }
    expect(twin.hash).not.toBe(own)
    expect(await on.approves(he, { hash: twin.hash })).toBe('changed')
    expect(await on.approves(foreign)).toBe('library')
    expect(await there.approves(he, { hash: own })).toBe('library')
    expect(await approvalsIn(db).countDocuments()).toBe(0)
  })

  it('is not an editor’s, and needs a fresh second factor', async () => {
    await on.writes(wu, '新的')
    expect(await on.approves(lin)).toBe('role')
    const tired = { ...he, authenticatedAt: he.authenticatedAt - 1000 }
    expect(await on.approves(tired)).toMatch(/second factor/)
    expect(await on.told(tired)).toMatchObject({ part: 'MAY_LOOK' })
  })

  it('of nothing that is new to readers is none', async () => {
    expect(await on.approves(he)).toBe('nothing')
    expect(await on.asks(lin)).toBe('nothing')
  })

  it('is taken back by who gave it alone, and then nothing passes by it', async () => {
    await on.writes(wu, '新的')
    await on.approves(he)
    await on.takesBack(wu)
    expect(await on.told(wu)).toMatchObject({ wanted: 0 })
    await on.takesBack(he, { words: '标题还不对' })
    expect(await on.told(wu)).toMatchObject({
      ...{ wanted: 1, approvals: [] },
      answered: { how: 'TAKEN_BACK', name: 'n33/he', words: '标题还不对', calledOff: null },
    })
    expect(await on.publishes(wu)).toBe('second-person')
    await on.approves(he)
    expect(await on.publishes(wu)).toBe('ASKED')
  })

  it('that is taken back calls off what was planned by it', async () => {
    await on.writes(wu, '新的')
    await on.approves(he)
    const at = later(24).toISOString()
    expect(await on.publishes(wu, { at })).toBe('ASKED')
    await on.takesBack(he)
    expect(await states()).toEqual(['superseded', 'live'])
    expect(await on.told(wu)).toMatchObject({ answered: { calledOff: at } })
    expect(await makeLive(db, later(25))).toBe(false)
  })

  it('that is taken back while its publication is under way keeps it from readers, whatever process ends', async () => {
    await on.writes(wu, '新的')
    await on.approves(he)
    await on.publishes(wu, { at: later(24).toISOString() })
    // As if the process had ended before it called the publication off.
    const [approval] = await approvalsIn(db).find().toArray()
    await approvalsIn(db).updateOne({ _id: approval?._id ?? '' }, { $set: { takenBack: later(1) } })
    expect(await areGiven(db, [approval?._id ?? ''])).toBe(false)
    expect(await makeLive(db, later(25))).toBe(false)
    expect((await on.told(wu)).differs).toBe(true)
  })

  it('a planned publication is what was let pass, whatever is written after it', async () => {
    await on.writes(wu, '新的')
    await on.approves(he)
    await on.publishes(wu, { at: later(24).toISOString() })
    await on.writes(wu, '没有人看过')
    expect(await makeLive(db, later(25))).toBe(true)
    const live = await publicationsIn(db).findOne({ site: 'n33', state: 'live' }, { sort: { number: -1 } })
    expect(live?.pages.map(({ rev }) => rev)).toEqual([2, 1])
    expect(await on.publishes(wu)).toBe('second-person')
  })
})

describe('asking and answering', () => {
  it('reaches the others, comes back with a reason, and begins anew', async () => {
    await steps(2)
    await on.writes(lin, '新的')
    await on.asks(lin, { words: '请看首页' })
    await on.asks(lin, { words: '请看首页' })
    expect(await on.told(he)).toMatchObject({
      asked: { name: 'n33/lin', words: '请看首页', own: false, outdated: false },
    })
    expect(await on.sendsBack(lin, { words: '不行' })).toBe('role')
    expect(await on.sendsBack(he, { words: ' ' })).toBe('reason')
    await on.sendsBack(he, { words: '电话写错了' })
    expect(await on.told(lin)).toMatchObject({
      asked: { own: true },
      answered: { how: 'SENT_BACK', name: 'n33/he', words: '电话写错了', outdated: false },
    })
    await on.writes(lin, '改好了')
    expect(await on.told(lin)).toMatchObject({ asked: { outdated: true }, answered: { outdated: true } })
    await on.asks(lin)
    expect(await on.told(he)).toMatchObject({ asked: { outdated: false }, answered: null })
    await on.publishes(he)
    expect(await on.told(lin)).toMatchObject({ asked: null, answered: null })
    expect(noted().filter((line) => /^page\.(ask|approve|refuse) /.test(line))).toEqual([
      'page.ask lin done',
      'page.refuse he done',
      'page.ask lin done',
    ])
  })

  it('who sends back what they let pass takes that back', async () => {
    await steps(2)
    await on.writes(wu, '新的')
    await on.approves(he)
    await on.sendsBack(he, { words: '电话写错了' })
    expect(await on.publishes(wu)).toBe('second-person')
  })
})

it('one step is as it was: whoever may publish publishes', async () => {
  await on.writes(wu, '新的')
  expect(await on.told(wu)).toMatchObject({ steps: 1, wanted: 0, mayPublish: true })
  expect(await on.publishes(wu, { hash: null })).toBe('ASKED')
})

it('is told to those of the site, and to nobody else', async () => {
  await expect(on.told(foreign)).rejects.toThrow('library')
})

it('who goes is named no more, and takes along what they did', async () => {
  await steps(2)
  await on.writes(wu, '新的')
  await on.configures(admin, { seal: '浙图' })
  await on.asks(wu, { words: '请看' })
  await on.approves(he, { words: '好' })
  const parts = { db, now: () => new Date(desk.now) }
  expect(await personal.export(parts, 'he')).toMatchObject({
    review: { approvals: [{ site: 'n33', words: '好' }] },
  })
  expect(await personal.export(parts, 'admin')).toMatchObject({
    review: { changed: [{ object: 'site:n33' }] },
  })
  for (const subject of ['he', 'wu', 'admin']) await personal.erase(parts, subject)
  expect(await on.told(lin)).toMatchObject({
    ...{ asked: { name: '' }, approvals: [{ name: '', counts: true }] },
    changers: [{ name: '' }, { name: '' }],
  })
})
