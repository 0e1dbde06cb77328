// For every field that a subgraph guards, an object of another library on which all who may not are to try it.
import type { Action } from '@shuxiang/permissions'
import type { Example } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'

type MakeExample = (db: Db) => Promise<Example>

/** A list of somebody else. */
const listOfAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = 'anothers-list-0000000000'
    const at = new Date(0)
    const list = { owner: 'another', shelf: false, name: '诗', count: 0, items: [], rev: 1 }
    await db
      .collection<{ _id: string }>('account_lists')
      .replaceOne({ _id }, { ...list, createdAt: at, changedAt: at }, { upsert: true })
    return { object: { owner: 'another' }, args: { id: _id, ...args } }
  }

/** A saved search of somebody else. */
const searchOfAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = 'anothers-search-00000000'
    const at = new Date(0)
    const search = { owner: 'another', name: '诗', query: '诗', filters: [], sort: 'relevance' }
    await db
      .collection<{ _id: string }>('account_searches')
      .replaceOne({ _id }, { ...search, createdAt: at, seenAt: at }, { upsert: true })
    return { object: { owner: 'another' }, args: { id: _id, ...args } }
  }

/** A device on which somebody else is signed in. */
const sessionOfAnother: MakeExample = async (db) => {
  const _id = 'anothers-session-0000000'
  // Seen just now: the store forgets devices that were not seen for long, also in the midst of a test.
  const at = new Date()
  const device = { owner: 'another', browser: 'Firefox', system: 'Linux', firstSeen: at, lastSeen: at }
  await db.collection<{ _id: string }>('account_devices').replaceOne({ _id }, device, { upsert: true })
  return { object: { owner: 'another' }, args: { id: _id } }
}

/** A child whom somebody else looks after. */
const childOfAnother: MakeExample = async (db) => {
  const _id = 'anothers-child-000000000'
  const link = { owner: 'another', card: 'n33/1', child: 'a-child', linkedAt: new Date(0) }
  await db.collection<{ _id: string }>('account_children').replaceOne({ _id }, link, { upsert: true })
  return { object: { owner: 'another' }, args: { id: _id } }
}

/** A library of every installation; those who try are at home in another. */
const elsewhere = 'n33'

/** What is common to a role and a proposal of another library. */
const ofAnother = {
  library: elsewhere,
  subject: 'another',
  username: 'elsewhere/1',
  expires: new Date('2027-06-01T00:00:00Z'),
  turn: 1,
  next: null,
  rev: 1,
}
const step = { by: 'proposer', name: 'ndl/1', at: new Date('2026-11-18T00:00:00Z'), reason: '新馆员' }

/** A role that somebody has at another library. */
const roleOfAnother =
  (args: Readonly<Record<string, unknown>>): MakeExample =>
  async (db) => {
    const _id = 'anothers-role-0000000000'
    const role = { ...ofAnother, role: 'editor', state: 'held', proposal: null }
    await db
      .collection<{ _id: string }>('memberships')
      .replaceOne({ _id }, { ...role, steps: [{ ...step, state: 'held' }] }, { upsert: true })
    return { object: { library: elsewhere }, args: { id: _id, ...args } }
  }

/** Somebody who is proposed as the admin of another library, by the one who tries to decide on it where `author` says so. */
const proposalOfAnother =
  (author: string, args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = 'anothers-proposal-000000'
    const proposal = { ...ofAnother, state: 'open', at: step.at }
    await db
      .collection<{ _id: string }>('admin_proposals')
      .replaceOne({ _id }, { ...proposal, steps: [{ ...step, by: author, state: 'open' }] }, { upsert: true })
    return { object: { library: elsewhere, author }, args: { id: _id, ...args } }
  }

/** A list of cards of another library, that has been checked. */
const cardListOfAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = 'anothers-card-list-00000'
    const list = { library: elsewhere, fileName: 'cards.csv', bytes: 4, by: 'another', name: 'elsewhere/1' }
    const read = { state: 'checked', reading: 1, sha256: 'x', headings: [], sample: [], problem: null }
    const fields = { mapping: { ...mapping, columns: ['card', 'holder'] }, today: step.at, done: 0, total: 0 }
    const rest = { plan: null, kept: 0, result: null, pending: null, at: step.at, expires: ofAnother.expires }
    await db
      .collection<{ _id: string }>('card_lists')
      .replaceOne({ _id }, { ...list, ...read, ...fields, ...rest }, { upsert: true })
    return { object: { library: elsewhere }, args: { id: _id, ...args } }
  }

const mapping = { encoding: 'UTF_8', separator: 'COMMA', header: true, columns: ['CARD', 'HOLDER'] }

/** An invitation to another library. */
const invitationOfAnother =
  (args: Readonly<Record<string, unknown>>): MakeExample =>
  async (db) => {
    const _id = 'anothers-invitation-0000'
    const invitation = { library: elsewhere, role: 'editor', guest: '沈老师', as: 'nation', digest: 'x' }
    const times = { at: step.at, until: ofAnother.expires, expires: ofAnother.expires }
    const state = { state: 'open', next: null, steps: [{ ...step, state: 'open' }], rev: 1 }
    await db
      .collection<{ _id: string }>('invitations')
      .replaceOne({ _id }, { ...invitation, ...times, ...state }, { upsert: true })
    return { object: { library: elsewhere }, args: { id: _id, ...args } }
  }

/** A picture of another library. */
const assetOfAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = 'anothers-asset-000000000'
    const file = {
      library: elsewhere,
      state: 'receiving',
      turn: 1,
      key: 'a-key-of-it',
      name: 'a.png',
      bytes: 3,
    }
    const said = { alt: {}, decorative: false, focal: { x: 0.5, y: 0.5 }, credit: '', licence: 'own' }
    const rest = { refusal: null, shown: null, former: [], kept: 0, title: {}, language: '', words: '' }
    const who = { by: 'another', byName: 'elsewhere/1', at: step.at, changed: 0, deletedAt: new Date(0) }
    await db
      .collection<{ _id: string }>('assets')
      .replaceOne({ _id }, { ...file, ...said, ...rest, ...who, rev: 1 }, { upsert: true })
    return { object: { library: elsewhere }, args: { id: _id, ...args } }
  }

const announced = { key: 'a-new-file', name: 'a.png', bytes: 3 }
const described = {
  ...{ name: '馆舍', alt: [], decorative: true, focal: { x: 0.5, y: 0.5 } },
  ...{ credit: '', licence: 'OWN', title: [], language: '' },
}

/** A host that another library has claimed, or has. */
const domainOfAnother =
  (state: 'claimed' | 'active'): MakeExample =>
  async (db) => {
    const host = 'www.elsewhere.cn'
    const _id = state === 'claimed' ? `${elsewhere}:${host}` : host
    const common = { host, site: elsewhere, challenge: 'x', claimedAt: step.at, state }
    const proved = { provedAt: step.at, primarySince: null, checkedAt: step.at, lostSince: null }
    const own = state === 'claimed' ? { tries: 0, triesSince: step.at } : { ...proved, quarantineUntil: null }
    await db
      .collection<{ _id: string }>('site_domains')
      .replaceOne({ _id }, { ...common, ...own }, { upsert: true })
    return { object: { library: elsewhere }, args: { id: _id } }
  }

const invited = { key: 'an-invitation', guest: '沈老师', reason: '新馆员', expires: '2027-06-01T00:00:00Z' }

const atAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async () => ({ object: { library: elsewhere }, args: { library: elsewhere, ...args } })

/** A page of the site of another library; the site is one of those that every installation begins with. */
const pageOfAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = `${elsewhere}:anothers-page`
    const at = new Date(0)
    const document = '{"blocks":{},"meta":{"title":{"zh-CN":"页"}},"root":[],"schema":1}'
    const page = { site: elsewhere, path: '/anothers-page', rev: 1, document, updatedAt: at }
    await db.collection<{ _id: string }>('site_pages').replaceOne({ _id }, page, { upsert: true })
    return { object: { library: elsewhere }, args: { page: _id, ...args } }
  }

/** The same page, that was taken away. */
const removedOfAnother: MakeExample = async (db) => {
  const _id = `${elsewhere}:anothers-gone-page`
  const { args } = await pageOfAnother()(db)
  const page = await db.collection<{ _id: string }>('site_pages').findOne({ _id: String(args?.['page']) })
  const removed = { by: 'another', name: 'elsewhere/1', at: new Date(0) }
  await db
    .collection<{ _id: string }>('site_bin')
    .replaceOne({ _id }, { ...page, _id, path: '/gone', removed }, { upsert: true })
  return { object: { library: elsewhere }, args: { page: _id } }
}

/** The site of another library; every installation begins with it. */
const siteOfAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async () => ({ object: { library: elsewhere }, args: { site: elsewhere, ...args } })

/** Over the province of another library. */
const overAnother =
  (args: Readonly<Record<string, unknown>>): MakeExample =>
  async () => ({
    object: { library: elsewhere },
    args: { key: 'a-key-001', region: elsewhere.slice(1), ...args },
  })

const overrideOfAnother: MakeExample = async (db) => {
  const _id = `${elsewhere.slice(1)}:anothers-notice`
  const at = new Date(0)
  const made = { kind: 'emergency', over: elsewhere.slice(1), path: null, words: { 'zh-CN': '台风' } }
  await db
    .collection<{ _id: string }>('site_overrides')
    .replaceOne(
      { _id },
      { ...made, from: at, until: null, endedAt: null, ends: new Date('9999-12-31'), by: 'x', name: 'x', at },
      { upsert: true },
    )
  return { object: { library: elsewhere }, args: { id: _id } }
}

/** Code that another library has asked for. */
const codeOfAnother =
  (by: string, args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = `${elsewhere}-code-of-${by}`
    const code = { title: '倒计时', html: '<p>1</p>', bytes: 8, sha256, height: 200, why: '开馆百年' }
    const who = { by, name: 'elsewhere/1', askedAt: step.at.getTime() }
    await db
      .collection<{ _id: string }>('site_codes')
      .replaceOne(
        { _id },
        { site: elsewhere, ...code, ...who, state: 'ASKED', settled: null },
        { upsert: true },
      )
    return { object: { library: elsewhere, author: by }, args: { id: _id, ...args } }
  }
const sha256 = '5f'.repeat(32)
const asked = { key: 'some-code', title: '倒计时', html: '<p>1</p>', height: 200, why: '开馆百年' }

const own =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async () => ({ object: 'own', args })

/** A notice, or an event, of another library. */
const sayingOfAnother =
  (collection: 'library_notices' | 'library_events', value: Readonly<Record<string, unknown>>): MakeExample =>
  async (db) => {
    const _id = `${elsewhere}:anothers-saying`
    const at = step.at
    const times = { begins: '2026-11-01', ends: '2026-12-01', changedAt: at, next: { digest: '', at } }
    await db
      .collection<{ _id: string }>(collection)
      .replaceOne(
        { _id },
        { library: elsewhere, value, withdrawn: false, rev: 1, ...times },
        { upsert: true },
      )
    return { object: { library: elsewhere }, args: { id: _id, rev: 1 } }
  }

/** What a reader has written to another library. */
const feedbackOfAnother =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = `${elsewhere}:anothers-message`
    const message = { kind: 'COMPLAINT', text: '空调太冷', contact: '', page: null, reference: 'ABC234' }
    await db.collection<{ _id: string }>('library_feedback').replaceOne(
      { _id },
      {
        ...{ library: elsewhere, ...message, state: 'OPEN', note: '' },
        ...{ sentAt: step.at.getTime(), settledAt: null, erasedAt: null },
      },
      { upsert: true },
    )
    return { object: { library: elsewhere }, args: { id: _id, ...args } }
  }

/** An error that a reader has reported in a text. */
const reported =
  (args: Readonly<Record<string, unknown>> = {}): MakeExample =>
  async (db) => {
    const _id = 'a-reported-error'
    const words = {
      wrong: '缺一字',
      should: '',
      source: '',
      contact: '',
      was: '床前明月光，',
      title: '静夜思',
    }
    await db.collection<{ _id: string }>('corrections').replaceOne(
      { _id },
      {
        ...{ record: 'ppoem', part: null, line: 'v1', ...words, reference: 'ABC234', state: 'OPEN' },
        ...{ sentAt: step.at.getTime(), decidedAt: null, reason: '', erasedAt: null },
      },
      { upsert: true },
    )
    return { object: { library: null }, args: { id: _id, ...args } }
  }

const words = [{ language: 'zh-CN', text: '新' }]
const record = { recordId: 'bbook', title: '论语', kind: 'book' }

/**
 * By `Type.field`, as in `actions` of the subgraph. Each writes what must be there, of a library that is not `home`, and
 * says what it is. The test fails for a guarded field that is missing here, and for one here that no subgraph guards.
 */
export const examples: Readonly<Record<string, MakeExample>> = {
  'Query.me': own(),
  'Mutation.putOnShelf': own({ record }),
  'Mutation.takeOffShelf': own({ recordId: 'bbook' }),
  'Mutation.createList': own({ key: 'a-new-list', name: '词' }),
  'Mutation.renameList': listOfAnother({ name: '词' }),
  'Mutation.removeList': listOfAnother(),
  'Mutation.restoreList': listOfAnother(),
  'Mutation.addToList': listOfAnother({ record }),
  'Mutation.removeFromList': listOfAnother({ recordId: 'bbook' }),
  'Query.staff': own(),
  'Query.siteHealth': siteOfAnother(),
  'Query.missedSearches': atAnother(),
  'Query.networkHealth': async () => ({
    object: { library: elsewhere },
    args: { region: elsewhere.slice(1) },
  }),
  'Query.overrides': async () => ({ object: { library: elsewhere }, args: { region: elsewhere.slice(1) } }),
  'Mutation.setEmergency': overAnother({ words: [{ language: 'zh-CN', text: '台风' }] }),
  'Mutation.setMourning': overAnother({ from: '2026-12-13T00:00:00Z', until: '2026-12-14T00:00:00Z' }),
  'Mutation.takeDown': siteOfAnother({ key: 'a-key-001', words: [{ language: 'zh-CN', text: '撤下' }] }),
  'Mutation.endOverride': overrideOfAnother,
  'Query.siteCodes': siteOfAnother(),
  'Query.siteCode': codeOfAnother('another'),
  'Mutation.requestCode': siteOfAnother(asked),
  // Everybody who tries is one person, so also the national admin is refused: they asked for it.
  'Mutation.approveCode': codeOfAnother('somebody-else', { sha256 }),
  'Mutation.refuseCode': codeOfAnother('somebody-else', { reason: '用途不清' }),
  'Mutation.withdrawCode': codeOfAnother('another'),
  'Query.siteHistory': siteOfAnother(),
  'Query.publications': siteOfAnother(),
  'Query.releaseChanges': siteOfAnother({ from: 1, to: 2 }),
  'Query.sharedParts': siteOfAnother(),
  'Mutation.publishSite': siteOfAnother(),
  'Query.draftChanges': siteOfAnother(),
  'Query.siteReview': siteOfAnother(),
  'Mutation.askReview': siteOfAnother({ hash: sha256 }),
  'Mutation.approveDrafts': siteOfAnother({ hash: sha256 }),
  'Mutation.takeBackApproval': siteOfAnother({ hash: sha256 }),
  'Mutation.sendBackDrafts': siteOfAnother({ hash: sha256, reason: '标题不对' }),
  'Mutation.callOffPublication': siteOfAnother({ number: 1 }),
  'Mutation.rollBackSite': siteOfAnother({ release: 1, reason: '试' }),
  'Query.members': atAnother(),
  'Query.adminProposals': atAnother(),
  'Query.auditEntries': atAnother(),
  'Query.siteDomains': atAnother(),
  'Mutation.claimDomain': atAnother({ host: 'www.elsewhere.cn' }),
  'Mutation.proveDomain': domainOfAnother('claimed'),
  'Mutation.makePrimary': domainOfAnother('active'),
  'Mutation.retireDomain': domainOfAnother('active'),
  'Mutation.grantRole': atAnother({ username: 'home/1', role: 'EDITOR' }),
  'Mutation.withdrawRole': roleOfAnother({ reason: '离馆' }),
  'Mutation.proposeAdmin': atAnother({ username: 'home/1' }),
  // Everybody who tries is one person, so also the national admin is refused: they proposed it.
  'Mutation.confirmAdmin': proposalOfAnother('somebody-else'),
  'Mutation.declineAdmin': proposalOfAnother('somebody-else', { reason: '人选有误' }),
  'Mutation.askDeletion': own(),
  'Mutation.cancelDeletion': own(),
  'Mutation.takeEverything': own(),
  'Mutation.linkChild': own({ card: 'n33/1', code: 'AAAAA-BBBBB' }),
  'Mutation.unlinkChild': childOfAnother,
  'Mutation.takeChild': childOfAnother,
  'Mutation.askChildDeletion': childOfAnother,
  'Mutation.cancelChildDeletion': childOfAnother,
  'Query.cardLists': atAnother(),
  'Query.cardList': cardListOfAnother(),
  'Query.libraryCards': atAnother(),
  'Mutation.beginCardList': atAnother({ key: 'a-new-list', fileName: 'cards.csv', bytes: 100 }),
  'Mutation.addCardListPart': cardListOfAnother({ position: 0, content: 'MTAwMQ==' }),
  'Mutation.readCardList': cardListOfAnother({ mapping }),
  'Mutation.answerCardList': cardListOfAnother({ reading: 1, is: 'NEW_HOLDER' }),
  'Mutation.importCardList': cardListOfAnother({ reading: 1 }),
  'Mutation.giveUpCardList': cardListOfAnother(),
  'Mutation.issueCardCodes': atAnother({ cards: [`${elsewhere}/1001`] }),
  'Query.assets': atAnother(),
  'Query.asset': assetOfAnother(),
  'Mutation.beginAsset': atAnother(announced),
  'Mutation.replaceAsset': assetOfAnother(announced),
  'Mutation.takeBackAsset': assetOfAnother({ rev: 1 }),
  'Mutation.addAssetPart': assetOfAnother({ turn: 1, position: 0, content: 'YWJj' }),
  'Mutation.describeAsset': assetOfAnother({ rev: 1, description: described }),
  'Mutation.deleteAsset': assetOfAnother(),
  'Mutation.restoreAsset': assetOfAnother(),
  'Query.invitations': atAnother(),
  'Mutation.invite': atAnother({ ...invited, role: 'EDITOR' }),
  'Mutation.revokeInvitation': invitationOfAnother({ reason: '人选有误' }),
  'Mutation.openInvitation': own({ code: 'AAAAA-BBBBB-CCCCC' }),
  'Mutation.acceptInvitation': own({ code: 'AAAAA-BBBBB-CCCCC' }),
  'Mutation.declineInvitation': own({ code: 'AAAAA-BBBBB-CCCCC' }),
  'Query.editedSite': async () => ({ object: { library: elsewhere }, args: { code: elsewhere } }),
  'Query.editedPage': pageOfAnother({ id: `${elsewhere}:anothers-page` }),
  'Query.editedPageAt': siteOfAnother({ path: '/' }),
  'Query.templateUpdate': siteOfAnother(),
  'Mutation.takeTemplateUpdate': siteOfAnother({ path: '/', baseRev: 1 }),
  'Mutation.createPage': siteOfAnother({ key: 'a-new-page', path: '/new', title: words }),
  'Mutation.savePage': pageOfAnother({ baseRev: 1, ops: [] }),
  'Mutation.renamePage': pageOfAnother({ path: '/new' }),
  'Mutation.removePage': pageOfAnother(),
  'Mutation.restorePage': removedOfAnother,
  'Mutation.orderPages': siteOfAnother({ baseRev: 0, pages: [] }),
  'Mutation.nameRevision': pageOfAnother({ rev: 1, label: '春节' }),
  'Mutation.restoreRevision': pageOfAnother({ rev: 1 }),
  'Mutation.keepTranslations': pageOfAnother({ outdated: ['1-0'] }),
  'Query.pageComments': pageOfAnother(),
  'Query.openComments': siteOfAnother(),
  'Mutation.attendPage': pageOfAnother({ desk: 'some-desk' }),
  'Mutation.takeOverPage': pageOfAnother({ desk: 'some-desk' }),
  'Mutation.leavePage': pageOfAnother({ desk: 'some-desk' }),
  'Mutation.commentOnPage': pageOfAnother({ key: 'a-new-comment', text: '请核对' }),
  'Mutation.answerComment': pageOfAnother({ thread: 'none', key: 'a-new-comment', text: '好' }),
  'Mutation.settleComment': pageOfAnother({ thread: 'none' }),
  'Mutation.reopenComment': pageOfAnother({ thread: 'none' }),
  'Mutation.takeBackComment': pageOfAnother({ comment: 'none' }),
  'Mutation.changeSite': siteOfAnother({ baseRev: 0, change: { seal: '浙图' } }),
  'Mutation.keepHistory': own({ on: true }),
  'Mutation.noteOpened': own({ record }),
  'Mutation.forgetOpened': own({ recordId: 'bbook' }),
  'Mutation.signOutSession': sessionOfAnother,
  'Mutation.signOutOthers': own(),
  'Mutation.saveSearch': own({ search: { name: '词', query: '词', filters: [], sort: 'relevance' } }),
  'Mutation.renameSearch': searchOfAnother({ name: '词' }),
  'Mutation.markSearchSeen': searchOfAnother(),
  'Mutation.removeSearch': searchOfAnother(),
  'Mutation.restoreSearch': searchOfAnother(),
  'Query.visitingDesk': atAnother(),
  // By the site on which it is written, and never by an argument.
  'Mutation.sendFeedback': async () => ({
    object: { library: null },
    args: { key: 'a-new-message', message: { kind: 'THANKS', text: '谢谢' } },
  }),
  'Mutation.sendCorrection': async () => ({
    object: { library: null },
    args: { key: 'a-new-report', correction: { record: 'ppoem', line: 'v1', wrong: '缺一字' } },
  }),
  'Query.corrections': async () => ({ object: { library: null }, args: {} }),
  'Mutation.decideCorrection': reported({ decision: 'ACCEPT', reason: '' }),
  'Mutation.eraseCorrection': reported(),
  'Query.feedback': atAnother(),
  'Mutation.settleFeedback': feedbackOfAnother({ note: '已回电' }),
  'Mutation.reopenFeedback': feedbackOfAnother(),
  'Mutation.eraseFeedback': feedbackOfAnother(),
  'Mutation.createSite': atAnother(),
  'Mutation.setHours': atAnother({ rev: 0 }),
  'Mutation.setContact': atAnother({ rev: 0 }),
  'Mutation.setLendingRules': atAnother({ rev: 0 }),
  'Mutation.putNotice': atAnother({ key: 'a-new-notice', rev: 0 }),
  'Mutation.withdrawNotice': sayingOfAnother('library_notices', { title: { 'zh-CN': '闭馆通知' } }),
  'Mutation.putEvent': atAnother({ key: 'a-new-event', rev: 0 }),
  'Mutation.withdrawEvent': sayingOfAnother('library_events', { title: { 'zh-CN': '讲座' } }),
  'Mutation.mergeGuest': own({ input: { id: 'a-guests-things', shelf: [record], lists: [] } }),
}

/** By `subgraph:Type` that the gateway fetches by its key: the action that its references ask for, and one of somebody else. */
export const guardedByKey: Readonly<
  Record<string, { readonly action: Action; readonly example: MakeExample }>
> = {
  'account:SavedSearch': { action: 'own.manage', example: searchOfAnother() },
}
