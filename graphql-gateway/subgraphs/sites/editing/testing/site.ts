// For tests: a site with pages, and people of the staff who ask for something on it.
import type { Op } from '@shuxiang/site-model'
import type { Person } from '@shuxiang/permissions'
import { person, testNow } from '@shuxiang/permissions/fixture'
import { createExecutor, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Db } from 'mongodb'
import { collections } from '../../declared.ts'
import { sites } from '../../module.ts'
import { openSite } from '../../store/open-site.ts'
import { createSites } from '../../subgraph.ts'
import { plainEditing } from './page-rules.ts'

export const subgraph = createSites({ sitesOrigin: null, ...plainEditing })
const execute = createExecutor(subgraph)

const block = (title: string, rest: object = {}) => ({
  ...{ type: 'text', v: 1, fields: { title: { 'zh-CN': title } }, slots: {} },
  ...rest,
})
const page = (title: string, rest: object = {}): string =>
  JSON.stringify({
    ...{ schema: 1, meta: { title: { 'zh-CN': title } }, root: ['a', 'b'] },
    blocks: { a: block('甲'), b: block('乙') },
    ...rest,
  })

const prepare = (db: Db): Promise<void> =>
  prepareStore({ db, now: () => opened }, [
    { ...sites({ pages: async () => new Map(), sites: async () => [] }), seed: async () => {} },
  ])
const opened = new Date(testNow * 1000 - 3600_000)

/**
 * Two sites that look alike, of the libraries n33 and n44; on `/about` the nation has locked a block. What the database had of
 * sites is gone.
 */
export async function prepared(db: Db): Promise<void> {
  await prepare(db)
  for (const name of collections) await db.collection(name).deleteMany({})
  for (const code of ['n33', 'n44'])
    await openSite(
      db,
      {
        ...{ code, names: { 'zh-CN': '图书馆' }, seal: '图书', theme: 'national', template: 'county' },
        menu: [{ path: '/', words: { 'zh-CN': '首页' } }],
        pages: new Map([
          ['/', page('首页')],
          ['/about', page('介绍', { blocks: { a: block('甲'), b: block('乙', { locked: true }) } })],
        ]),
      },
      opened,
    )
}

const member = (library: string, role: Person['memberships'][number]['role'], subject: string): Person =>
  person({ subject, username: `${library}/${subject}`, memberships: [{ library, role, expires: null }] })
export const people = {
  lin: member('n33', 'editor', 'lin'),
  fang: member('n33', 'editor', 'fang'),
  admin: member('n33', 'branch-admin', 'admin'),
  foreign: member('n44', 'branch-admin', 'foreign'),
  national: person({ subject: 'lu', username: 'ndl/lu', roles: ['reader', 'staff', 'national-editor'] }),
} as const satisfies Record<string, Person>

/** A clock that goes on by itself, and what was noted. */
export interface Desk {
  readonly db: Db
  readonly audit: AuditPort
  /** `testContext` of the kit, which suites alone may load. */
  readonly contextOf: (db: Db, facts: Pick<SubgraphContext, 'principal' | 'audit' | 'now'>) => SubgraphContext
  now: number
}

export const deskOf = <Audit extends AuditPort>(
  db: Db,
  audit: Audit,
  contextOf: Desk['contextOf'],
): Desk & { readonly audit: Audit } => ({ db, audit, contextOf, now: testNow * 1000 })

export async function ask(desk: Desk, who: Person, query: string, variables: object = {}) {
  desk.now += 10
  const { db, audit, contextOf } = desk
  return execute(query, { ...variables }, contextOf(db, { principal: who, audit, now: () => desk.now }))
}

/** The value of the first field. Errors: `Error` with what the graph says. */
export async function answer<T>(desk: Desk, who: Person, query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await ask(desk, who, query, variables)
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '))
  return Object.values(data ?? {})[0] as T
}

/** Name of the refusal. */
export async function refusal(desk: Desk, who: Person, query: string, variables: object = {}) {
  const { errors } = await ask(desk, who, query, variables)
  return errors?.[0]?.extensions['reason'] ?? errors?.[0]?.message
}

export const home = 'n33:/'
export const about = 'n33:/about'

let drawn = 0
/** Edits as an editor sends them. */
export const sent = (...edits: readonly Op[]): { readonly id: string; readonly op: string }[] =>
  edits.map((edit) => ({ id: `drawn-id-${drawn++}`, op: JSON.stringify(edit) }))
export const setTitle = (id: string, title: string, language = 'zh-CN'): Op => ({
  op: 'setField',
  id,
  path: ['title', language],
  value: title,
})

export const save = `mutation($page: ID!, $baseRev: Int!, $ops: [PageOpInput!]!, $looked: [ID!]) {
  savePage(page: $page, baseRev: $baseRev, ops: $ops, looked: $looked) {
    merged page { rev document changedBy clashes { id kind block path ours theirs by } } } }`
export interface Saved {
  readonly merged: boolean
  readonly page: {
    readonly rev: number
    readonly document: string
    readonly changedBy: string
    readonly clashes: readonly { readonly id: string; readonly ours: string; readonly theirs: string }[]
  }
}
export const titlesIn = (document: string): unknown[] =>
  Object.values(
    (JSON.parse(document) as { blocks: Record<string, { fields: { title: unknown } }> }).blocks,
  ).map(({ fields }) => fields.title)
