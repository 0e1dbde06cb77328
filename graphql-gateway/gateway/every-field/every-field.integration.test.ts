// Every field of every type of the product's own schema, asked alone through the gateway: nobody may read what nobody declared.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveIdentity, type TestIdentity } from '@shuxiang/identity/testing/identity'
import { seedMemberships } from '@shuxiang/product/memberships'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { kindsOf } from '@shuxiang/record'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { upsertCollections, upsertMany, upsertPersons, withdraw } from '@shuxiang/subgraph-catalogue/content'
import { installedOf, prepareStore } from '@shuxiang/subgraph-kit/module'
import { exportFormats, citationStyles, facets } from '@shuxiang/vocabulary'
import { buildSchema } from 'graphql'
import type { JWTPayload } from 'jose'
import { Binary, type Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFilled, type Answer, type FilledGateway } from '../testing/filled-gateway.ts'
import {
  claims,
  issuer,
  json,
  keyServer,
  published,
  sign,
  signer,
} from '../authentication/provider.fixture.ts'
import { at, loneFields, type LoneField } from './lone-fields.ts'
import { gone, records } from './records.ts'

const day = new Date('2026-11-22T00:00:00Z')
const quoted = (texts: readonly string[]): string[] => texts.map((text) => JSON.stringify(text))
/** Of the shape that ids have. */
const listOfCards = 'a-list-of-cards-00000000'
const picture = 'a-picture-of-a-library00'
const digest = '5f'.repeat(32)
const code = 'n33-some-code'
const values = {
  // A poem, a book, an empty one, a withdrawn one, a whole with its member, and none.
  'record.id': quoted(['ppoem', 'bbook', 'pbare', gone, 'fxbook', 'fxaudio', 'fxepisode', 'pnone']),
  'chapter.n': ['1', '9'],
  'character.text': quoted(['靜', '，']),
  'scriptWords.text': quoted(['靜夜思']),
  'search.query': quoted(['', '论语 学而', '月']),
  'suggest.prefix': quoted(['靜', 'li']),
  'person.id': quoted(['alibai', 'anone']),
  'personsNamed.name': quoted(['李白', 'none']),
  'topic.facet': quoted(['period', 'form']),
  'topic.value': quoted(['tang', '五言绝句']),
  'collection.id': quoted(['quantangshi', 'cnone']),
  'dailyPoem.date': quoted(['2026-11-22']),
  'personOfTheDay.date': quoted(['2026-11-22']),
  'library.id': quoted(['ndl', 'n330110']),
  'label.language': quoted(['zh-CN', 'en']),
  'libraryByCode.code': quoted(['n33']),
  'region.id': quoted(['33', '330110', '99']),
  'site.code': quoted(['n33', 'none']),
  'siteAt.host': quoted(['n33.example.org', 'www.zjlib.cn', 'none.example']),
  'siteDomains.library': quoted(['n33']),
  'siteRelease.site': quoted(['n33', 'none']),
  'siteRelease.number': ['1', '9'],
  'siteArtifact.hash': quoted(['0'.repeat(64), 'none']),
  'siteHistory.site': quoted(['n33']),
  'siteHealth.site': quoted(['n33']),
  'networkHealth.region': ['null', '"33"'],
  'sites.kind': ['null', 'STALE'],
  'siteCodes.site': quoted(['n33']),
  'siteCode.id': quoted([code]),
  'pageCode.id': quoted(['ndl-some-code', 'none']),
  'approvedCode.id': quoted(['ndl-some-code']),
  'approvedCode.sha256': quoted([digest]),
  'publications.site': quoted(['n33']),
  'releaseChanges.site': quoted(['n33']),
  'sharedParts.site': quoted(['n33']),
  'draftChanges.site': quoted(['n33']),
  'siteReview.site': quoted(['n33']),
  'releaseChanges.from': ['1'],
  'releaseChanges.to': ['1'],
  'page.path': quoted(['/', '/none']),
  'list.id': quoted(['none']),
  'childPlace.child': quoted(['none']),
  'childPlace.place': quoted(['none']),
  'members.library': quoted(['n33', 'n44']),
  'cardLists.library': quoted(['n33']),
  'cardList.id': quoted([listOfCards, 'none']),
  'lines.asks': ['false', 'true'],
  'libraryCards.library': quoted(['n33']),
  'visitingDesk.library': quoted(['n33']),
  'feedback.library': quoted(['n33']),
  'missedSearches.library': quoted(['n33']),
  'invitations.library': quoted(['n33']),
  'assets.library': quoted(['n33']),
  'asset.id': quoted([picture, 'none']),
  'siteAssets.ids': [`["${picture}"]`],
  'assetFile.hash': quoted([digest]),
  'piece.number': ['0', '7'],
  'editedSite.code': quoted(['n33']),
  'templateUpdate.site': quoted(['n33']),
  'editedPage.id': quoted(['n33:/']),
  'editedPageAt.site': quoted(['n33']),
  'pageComments.page': quoted(['n33:/']),
  'openComments.site': quoted(['n33']),
  'editedPageAt.path': quoted(['/about']),
  'changes.from': ['1'],
  'documentAt.rev': ['1'],
  'searchNews.searches': ['[{ query: "", filter: [], since: "2026-11-01T00:00:00Z" }]'],
  'holds.recordId': quoted(['bbook', 'ppoem']),
  'holdsOf.recordIds': ['["bbook", "ppoem"]'],
}
/** Below every library, and there is one below every record. */
const saidOfVisiting = ['OpeningHours', 'HoursPlace', 'Notice', 'Contact', 'LibraryEvent', 'LendingRules']
/** Roots with many ways to the same records: one of the ways is gone through below each name. */
const oftenRecords: Readonly<Record<string, string>> = {
  me: 'a kept record',
  searchNews: 'a kept record',
  search: 'a record that is found',
}
const wholeOnce = (type: string, root: string): string | null =>
  saidOfVisiting.includes(type) ? type : type === 'Record' ? (oftenRecords[root] ?? null) : null
type Headers = Readonly<Record<string, string>>
/** A reader, for what is below `me`. */
let reader: Headers
/** A national admin, for what only staff may read; all else is asked by nobody. */
let staff: Headers
const staffOnly = [
  ...['members', 'adminProposals', 'auditEntries', 'invitations'],
  ...['cardLists', 'cardList', 'libraryCards', 'visitingDesk', 'siteDomains', 'feedback', 'corrections'],
  ...['assets', 'asset'],
  ...['siteHistory', 'publications', 'releaseChanges', 'sharedParts', 'draftChanges', 'overrides'],
  'siteReview',
  ...['siteHealth', 'networkHealth', 'siteCodes', 'siteCode'],
  ...['editedSite', 'editedPage', 'editedPageAt', 'templateUpdate', 'missedSearches'],
  ...['pageComments', 'openComments'],
]
let keys: Awaited<ReturnType<typeof keyServer>>

/** Knows where readers are signed in. */
let identity: TestIdentity
let store: TestStore
let folder: string
let gateway: FilledGateway

async function fill(db: Db): Promise<void> {
  await prepareStore({ db, now: () => day }, subgraphs)
  await upsertPersons(
    db,
    ['李白', '孔子'].map((name, i) => ({
      id: i === 0 ? 'alibai' : 'akongzi',
      name,
      alternativeNames: [],
      period: i === 0 ? { id: 'tang', label: '唐' } : null,
      biography: i === 0 ? '字太白' : null,
    })),
    day,
  )
  await upsertCollections(db, [{ id: 'quantangshi', name: '全唐诗', description: null, order: 0 }], day)
  const kinds = kindsOf((await installedOf(subgraphs)).kinds, facets)
  const { refused } = await upsertMany(db, kinds, records, day)
  expect(refused).toEqual([])
  const role = { library: 'n33', subject: 'p1', username: 'n33/1' }
  // What readers write to a library is read there, and not by the nation.
  const publisher = { ...role, subject: 'p2', username: 'ndl/2', role: 'publisher' } as const
  await seedMemberships(db, [{ ...role, role: 'editor' }, publisher], day)
  await db.collection<{ _id: string }>('corrections').insertOne({
    _id: 'a-reported-error',
    ...{ record: 'ppoem', title: '静夜思', part: null, line: 'v1', was: '床前明月光，', reference: 'ABC234' },
    ...{
      wrong: '缺一字',
      should: '床前看月光，',
      source: '《全唐诗》',
      contact: 'a@b.cn',
      state: 'ACCEPTED',
    },
    ...{ sentAt: day.getTime(), decidedAt: day, reason: '属实', erasedAt: null },
  })
  await db.collection<{ _id: string }>('library_feedback').insertOne({
    _id: 'n33:a-message',
    ...{ library: 'n33', reference: 'ABC234', kind: 'QUESTION', text: '几点关门？', contact: 'a@b.cn' },
    ...{ page: '/', state: 'SETTLED', note: '已答复', sentAt: day.getTime(), settledAt: day, erasedAt: null },
  })
  const step = { state: 'open', by: 'p2', name: 'ndl/2', at: day, reason: '新馆员' }
  const proposal = {
    ...role,
    turn: 1,
    expires: day,
    at: day,
    state: 'open',
    next: null,
    rev: 1,
    steps: [step],
  }
  await db.collection<{ _id: string }>('admin_proposals').insertOne({ _id: 'proposal', ...proposal })
  const invited = { ...step, state: 'open', by: 'p1' }
  await db.collection<{ _id: string }>('invitations').insertOne({
    ...{ _id: 'invitation', library: 'n33', role: 'editor', guest: '沈老师', as: 'nation', digest: 'x' },
    ...{ expires: day, until: day, at: day, state: 'open', next: null, steps: [invited], rev: 1 },
  })
  await seedCards(db)
  await seedDomains(db)
  // The one of the reader, which is met first, and the one of staff.
  for (const library of ['n330110', 'n33']) await seedVisiting(db, library)
  await seedPicture(db)
  await seedDrafts(db)
  await seedHealth(db)
  await seedCodes(db)
  await withdraw(db, gone, { at: day, reason: '权利人要求' })
}

/** Hours, contact, rules, a notice and an event of a library. */
async function seedVisiting(db: Db, library: string): Promise<void> {
  const words = { 'zh-CN': '总馆' }
  const spans = [{ opens: '09:00', closes: '17:30' }]
  const season = { name: words, from: null, until: null, week: { SUNDAY: spans } }
  const rule = { kind: 'OWN_HOURS', spans }
  const place = {
    key: 'main',
    name: words,
    seasons: [season],
    holidays: rule,
    makeUpDays: { kind: 'CLOSED' },
  }
  const exception = { from: '2026-01-01', until: '2030-12-31', places: [], spans: [], reason: words }
  const address = { address: words, directions: words, access: words }
  const complaints = { telephone: '12345', email: 'a@lib.cn', text: words }
  const reached = { postalCode: '310000', telephones: [{ name: words, number: '12345' }], email: 'a@lib.cn' }
  const said = { title: words, text: words, link: '/about' }
  const next = { digest: '', at: day }
  const about = { library, withdrawn: false, rev: 1, changedAt: day, next }
  const write = (collection: string, _id: string, value: object, begins = '', ends = '') => {
    const document = { ...about, value, begins, ends }
    return db.collection<{ _id: string }>(collection).replaceOne({ _id }, document, { upsert: true })
  }
  const hours = { places: [place], exceptions: [exception], announceDays: 7, note: words }
  await write('library_hours', library, hours)
  await write('library_contacts', library, { ...address, ...reached, wechat: '浙江图书馆', complaints })
  await write('library_lending_rules', library, { text: words, link: null })
  const shown = { ...said, urgent: true, pinned: false, from: '2026-01-01', until: null }
  await write('library_notices', `${library}:a-notice`, shown, '2026-01-01', '9999-12-31')
  const event = {
    ...said,
    begins: '2026-01-01T10:00',
    ends: '2099-01-01T10:00',
    place: words,
    audience: words,
  }
  await write(
    'library_events',
    `${library}:an-event`,
    { ...event, state: 'PLANNED' },
    event.begins,
    event.ends,
  )
}

/** A host that serves a site, and one that is claimed. */
async function seedDomains(db: Db): Promise<void> {
  const of = { site: 'n33', challenge: 'x', claimedAt: day }
  await db.collection<{ _id: string; [field: string]: unknown }>('site_domains').insertMany([
    {
      ...{ _id: 'www.zjlib.cn', host: 'www.zjlib.cn', ...of, state: 'active', provedAt: day },
      ...{ primarySince: day, checkedAt: new Date('2099-01-01'), lostSince: day, quarantineUntil: null },
    },
    { _id: 'n33:zjlib.cn', host: 'zjlib.cn', ...of, state: 'claimed', tries: 0, triesSince: day },
  ])
}

/** Pages that somebody changed, with a revision and a clash, and one that was taken away. */
async function seedDrafts(db: Db): Promise<void> {
  const pages = db.collection<{ _id: string; document: string }>('site_pages')
  const done = { by: 'p1', name: 'n33/1', at: day }
  const clash = { ...done, id: '2-0', kind: 'changed', block: null, path: ['meta', 'title', 'en'] }
  for (const _id of ['n33:/', 'n33:/about']) {
    const page = await pages.findOne({ _id })
    const hash = `kept-${_id}`
    const kept = { _id: hash, document: page?.document ?? '' }
    await db.collection<{ _id: string; document: string }>('site_documents').insertOne(kept)
    const revision = { site: 'n33', page: _id, rev: 1, hash, ...done, why: 'named', label: '春节' }
    await db.collection<{ _id: string }>('site_revisions').insertOne({ _id: `${_id}:1`, ...revision })
    const clashes = [{ ...clash, ours: 'Home', theirs: 'Front' }]
    const former = { formerPaths: ['/former'], hash, title: { 'zh-CN': '首页' } }
    await pages.updateOne({ _id }, { $set: { clashes, ...former, changed: done } })
    const removed = { ...page, _id: `${_id}-gone`, path: `${_id.slice(4)}-gone`, removed: done }
    await db.collection<{ _id: string }>('site_bin').insertOne(removed)
  }
  // The template has a page that the site does not have.
  await pages.deleteOne({ _id: 'n33:/privacy' })
}

/** Code of a site that was refused, and some of the national library that every site may show. */
async function seedCodes(db: Db): Promise<void> {
  const asked = { by: 'p1', name: 'n33/1', askedAt: day.getTime() }
  const facts = { title: '倒计时', html: '<p>1</p>', bytes: 8, sha256: digest, height: 200, why: '馆庆' }
  const settled = { by: 'p2', name: 'ndl/2', at: day, reason: '用途不清' }
  await db.collection<{ _id: string }>('site_codes').insertMany([
    { _id: code, ...{ site: 'n33', ...facts, ...asked, state: 'REFUSED', settled } },
    { _id: 'ndl-some-code', ...{ site: 'ndl', ...facts, ...asked, state: 'APPROVED', settled } },
  ])
}

/** Something is the matter with one site. */
async function seedHealth(db: Db): Promise<void> {
  const faults = [{ words: { 'zh-CN': '旧了' }, mendedAt: 'PAGES', page: '/', block: 'b' }]
  await db.collection<{ _id: string }>('site_health').insertOne({
    ...{ _id: 'n33', name: '浙江图书馆', place: '33', judgedAt: day, nextAt: new Date('2099-01-01') },
    ...{ failures: 0, kinds: ['STALE'], findings: [{ kind: 'STALE', since: day, count: 1, faults }] },
  })
}

/** A card, and a list of cards with a line that is refused and one that asks; both are kept longer than any test runs. */
async function seedCards(db: Db): Promise<void> {
  const expires = new Date('2099-01-01T00:00:00Z')
  const counts = { new: 1, changed: 0, same: 0, handedOn: 0, asks: 1, refused: 1 }
  await db.collection<{ _id: string }>('card_lists').insertOne({
    ...{ _id: listOfCards, library: 'n33', fileName: '读者.csv', bytes: 100, state: 'checked', reading: 1 },
    ...{ by: 'p1', name: 'n33/1', at: day, expires, sha256: 'x', headings: ['证号'], sample: [['1']] },
    ...{
      mapping: { encoding: 'utf-8', separator: ',', header: true, columns: ['card'], withoutBirth: null },
    },
    ...{ problem: { problem: 'quote', line: 2 }, today: day, done: 3, total: 3, plan: counts, kept: 2 },
    ...{ result: counts, pending: null },
  })
  const line = { list: listOfCards, reading: 1, cells: ['1'], expires, answer: null, known: null }
  await db.collection('card_list_lines').insertMany([
    { ...line, line: 2, asks: false, fault: 'no-card' },
    { ...line, line: 3, asks: true, fault: null, known: { holder: '张伟', ageBand: 'adult' } },
  ])
  await db.collection<{ _id: string }>('identity_cards').insertOne({
    ...{ _id: 'n33/1001', library: 'n33', holder: '张伟', ageBand: 'adult', state: 'waiting', account: '' },
    ...{ code: '', codeExpires: new Date(0), added: false, changedAt: day },
  })
}

/** A picture of the national library, which every site may show. */
async function seedPicture(db: Db): Promise<void> {
  const variant = { width: 20, height: 10, type: 'image/webp', hash: digest, bytes: 3 }
  const facts = { sniffed: 'image/jpeg', kind: 'picture', width: 20, height: 10, pages: 0 }
  await db.collection<{ _id: string }>('assets').insertOne({
    ...{
      _id: picture,
      library: 'ndl',
      state: 'ready',
      turn: 1,
      key: 'a-key-of-it',
      name: '馆舍.jpg',
      bytes: 9,
    },
    ...{
      refusal: null,
      shown: { ...facts, variants: [variant] },
      former: [],
      kept: 3,
      alt: { 'zh-CN': '馆舍' },
    },
    ...{ decorative: false, focal: { x: 0.5, y: 0.5 }, credit: '国家图书馆', licence: 'own', title: {} },
    ...{ language: '', words: '馆舍', rev: 1, by: 'p1', byName: 'n33/1', at: day, changed: day.getTime() },
    ...{ deletedAt: new Date(0) },
  })
  await db
    .collection<{ _id: string }>('asset_files')
    .insertOne({ _id: digest, ...{ type: 'image/webp', bytes: 3, at: day } })
  await db.collection<{ _id: string }>('asset_pieces').insertOne({
    _id: `${digest}:0`,
    ...{ file: digest, number: 0, content: new Binary(Buffer.from('abc')) },
  })
}

beforeAll(async () => {
  const key = await signer('k1')
  keys = await keyServer(json(await published(key)))
  store = await openTestStore()
  identity = await serveIdentity({ db: store.db('identity') })
  folder = await mkdtemp(join(tmpdir(), 'every-field-'))
  const secretFile = join(folder, 'provisioner.secret')
  await writeFile(secretFile, `${identity.identity.provisionerSecret}\n`)
  gateway = await startFilled(fill, {
    IDENTITY_ORIGIN: new URL(issuer).origin,
    IDENTITY_KEYS_URL: keys.url,
    IDENTITY_ADMIN_URL: identity.origin,
    KEYCLOAK_PROVISIONER_SECRET_FILE: secretFile,
  })
  const bearer = async (more: JWTPayload): Promise<Headers> => ({
    authorization: `Bearer ${await sign(key, { ...claims(Math.floor(Date.now() / 1000)), ...more })}`,
  })
  reader = await bearer({ home_library: 'n330110', preferred_username: 'n330110/10001' })
  const roles = ['reader', 'staff', 'national-admin']
  staff = await bearer({ sub: 'p2', azp: 'ndl-console', acr: '2', realm_access: { roles } })
  // Refused, and so in the audit log.
  await gateway.ask('/graphql', {
    body: { query: '{ members(library: "n33") { totalCount } }' },
    headers: reader,
  })
  const kept = '{ recordId: "bbook", title: "论语集注", kind: "book" }'
  const search =
    '{ name: "全部", query: "", filters: [{ name: "kind", anyOf: ["book"] }], sort: "relevance" }'
  for (const change of [
    `putOnShelf(record: ${kept})`,
    'createList(key: "key-00001", name: "想读")',
    `saveSearch(search: ${search})`,
  ])
    expect(
      (await gateway.ask('/graphql', { body: { query: `mutation { ${change} { id } }` }, headers: reader }))
        .body.errors,
    ).toBeUndefined()
})
afterAll(async () => {
  await gateway.close()
  keys.close()
  await identity.close()
  await store.close()
  await rm(folder, { recursive: true })
})

it('answers every field alone, and as it does in company', { timeout: 480_000 }, async () => {
  const sdl = await readFile(new URL('../api.generated.graphql', import.meta.url), 'utf8')
  await gateway.searchable(records.length - 1)
  const fields = loneFields(buildSchema(sdl), values, wholeOnce)
  const failed: string[] = []
  /** One query with everything beside it serves many fields. */
  const known = new Map<string, Promise<Answer>>()
  const headersOf = (query: string): Headers => {
    const root = /\w+/.exec(query)?.[0] ?? ''
    return root === 'me' ? reader : staffOnly.includes(root) ? staff : {}
  }
  const ask = (query: string): Promise<Answer> =>
    gateway.ask('/graphql', { body: { query }, headers: headersOf(query) })
  const once = (query: string): Promise<Answer> => {
    const answer = known.get(query) ?? ask(query)
    known.set(query, answer)
    return answer
  }
  const compare = async ({ path, alone, accompanied }: LoneField): Promise<void> => {
    const [one, all] = await Promise.all([ask(alone), once(accompanied)])
    for (const [query, { status, body }] of [[alone, one] as const, [accompanied, all] as const])
      if (status !== 200 || body.errors) failed.push(`${query}: ${status} ${JSON.stringify(body.errors)}`)
    const [lone, company] = [one, all].map(({ body }) => JSON.stringify(at(body.data, path)))
    if (lone !== company) failed.push(`${alone}: ${lone}, in company ${company}`)
  }
  const waiting = fields.values()
  const worker = async (): Promise<void> => {
    for (const field of waiting) await compare(field)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  const roots = new Map<string, number>()
  for (const { path } of fields) roots.set(path[0] ?? '', (roots.get(path[0] ?? '') ?? 0) + 1)
  console.log(
    `${fields.length} fields asked alone: ${[...roots].map(([root, n]) => `${root} ${n}`).join(', ')}`,
  )
  expect(failed.slice(0, 20)).toEqual([])
  // Exports of every kind are among them, below each root that gives records.
  for (const root of ['record', 'dailyPoem', 'search'])
    for (const { id: format } of [...exportFormats, ...citationStyles])
      expect(fields.some(({ path, alone }) => path[0] === root && alone.includes(format))).toBe(true)
})
