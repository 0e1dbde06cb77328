// For tests: a site that is live, people who change it and let it pass, and what each of them asks of the graph.
import type { Person } from '@shuxiang/permissions'
import { person, testNow } from '@shuxiang/permissions/fixture'
import type { Db } from 'mongodb'
import { ask, save, sent, setTitle, home, type Desk } from '../../editing/testing/site.ts'
import { activate } from '../../releases/activate.ts'
import { isStillWanted, nextPublication, publicationIsLive } from '../../releases/queue.ts'
import { writeRelease } from '../../releases/write-release.ts'
import { sitePagesIn, sitesIn } from '../../store/documents.ts'

const member = (library: string, role: Person['memberships'][number]['role'], subject: string): Person =>
  person({ subject, username: `${library}/${subject}`, memberships: [{ library, role, expires: null }] })

/** `both` is branch admin and one of the nation. */
export const team = {
  lin: member('n33', 'editor', 'lin'),
  wu: member('n33', 'publisher', 'wu'),
  he: member('n33', 'publisher', 'he'),
  qin: member('n33', 'publisher', 'qin'),
  admin: member('n33', 'branch-admin', 'admin'),
  foreign: member('n44', 'branch-admin', 'foreign'),
  both: {
    ...member('n33', 'branch-admin', 'both'),
    roles: ['reader', 'staff', 'national-editor'],
  },
} as const satisfies Record<string, Person>

export interface ReviewTold {
  readonly hash: string
  readonly steps: number
  readonly stepsAfter: number
  readonly differs: boolean
  readonly wanted: number
  readonly part: string
  readonly mayPublish: boolean
  readonly changers: readonly { readonly name: string; readonly own: boolean }[]
  readonly approvals: readonly {
    readonly name: string
    readonly words: string
    readonly counts: boolean
    readonly changedPages: readonly string[]
    readonly changedSite: boolean
  }[]
  readonly asked: {
    readonly name: string
    readonly words: string
    readonly own: boolean
    readonly outdated: boolean
  } | null
  readonly answered: {
    readonly how: string
    readonly name: string
    readonly words: string
    readonly calledOff: string | null
    readonly outdated: boolean
  } | null
}

const whole = `{ hash steps stepsAfter differs wanted part mayPublish changers { name own }
  approvals { name words counts changedPages changedSite } asked { name words own outdated }
  answered { how name words calledOff outdated } }`

/** The first value, or the reason of the refusal. */
async function did(desk: Desk, who: Person, query: string, variables: object = {}): Promise<unknown> {
  const { data, errors } = await ask(desk, who, query, variables)
  const why = errors?.[0]
  return why ? (why.extensions['reason'] ?? why.message) : Object.values(data ?? {})[0]
}

export function reviewDesk(desk: Desk, site = 'n33') {
  const asSite = { site }
  const told = async (who: Person): Promise<ReviewTold> => {
    const found = await did(desk, who, `query($site: String!) { siteReview(site: $site) ${whole} }`, asSite)
    if (typeof found !== 'object' || found === null) throw new Error(`It was refused: ${String(found)}`)
    return found as ReviewTold
  }
  const hash = async (): Promise<string> => (await told(team.both)).hash
  const act =
    (field: string, more = '') =>
    async (who: Person, given: object = {}) =>
      did(
        desk,
        who,
        `mutation($site: String!, $hash: String!${more ? ', $words: String!' : ', $words: String'}) {
        ${field}(site: $site, hash: $hash, ${more || 'words'}: $words) { hash } }`,
        { ...asSite, hash: await hash(), words: '', ...given },
      )
  return {
    told,
    hash,
    asks: act('askReview'),
    approves: act('approveDrafts'),
    takesBack: act('takeBackApproval'),
    sendsBack: act('sendBackDrafts', 'reason'),
    /** The state of the publication, or why there is none. */
    async publishes(who: Person, given: object = {}): Promise<unknown> {
      const found = await did(
        desk,
        who,
        `mutation($site: String!, $hash: String, $at: String) {
          publishSite(site: $site, hash: $hash, publishAt: $at) { state } }`,
        { ...asSite, hash: await hash(), ...given },
      )
      return typeof found === 'object' && found !== null && 'state' in found ? found.state : found
    },
    /** Writes a word on a page. */
    async writes(who: Person, title: string, page = home): Promise<unknown> {
      const { rev = 1 } = (await sitePagesIn(desk.db).findOne({ _id: page })) ?? {}
      return did(desk, who, save, { page, baseRev: rev, ops: sent(setTitle('a', title)) })
    },
    async configures(who: Person, change: object): Promise<unknown> {
      const { rev = 0 } = (await sitesIn(desk.db).findOne({ _id: site })) ?? {}
      return did(
        desk,
        who,
        'mutation($s: String!, $r: Int!, $c: SiteChangeInput!) { changeSite(site: $s, baseRev: $r, change: $c) { rev } }',
        { s: site, r: rev, c: change },
      )
    },
    does: (who: Person, query: string, variables: object = {}) => did(desk, who, query, variables),
  }
}

/** As the job does; false where nothing that is still wanted is due. */
export async function makeLive(db: Db, now: Date): Promise<boolean> {
  const publication = await nextPublication(db, now)
  if (!publication || !(await isStillWanted(db, publication))) return false
  const { site, number, by, name } = publication
  const before = (await sitesIn(db).findOne({ _id: site }))?.live ?? null
  const empty = '0'.repeat(64)
  const release = await writeRelease(
    db,
    {
      ...{ site, publication: number, why: 'publish', by, name, at: now, hash: empty, routes: [] },
      ...{ changed: [], answers: empty, words: empty, stale: [] },
    },
    before?.release ?? 0,
  )
  await activate(db, release, before, { at: now, redrawAt: null, mark: '' })
  await publicationIsLive(db, publication)
  return true
}

export const later = (hours: number): Date => new Date(testNow * 1000 + hours * 3600_000)
