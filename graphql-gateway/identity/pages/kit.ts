// What all handlers of pages share: the visit, the parts, and how a page is shown.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  ErrorPage,
  Fault,
  LibraryChoice,
  LoginPage,
  PageForm,
  PageLink,
  Trouble,
} from '@shuxiang/themes/login'
import type { Cards } from '../cards/index.ts'
import { passwordFault, type People, type Sealing } from '../people/index.ts'
import type { Assets } from './assets.ts'
import { textOf, type FormGuard } from './forms.ts'
import type { LibraryIndex } from './libraries.ts'
import type { EmbeddedParts, PageLog } from './ports.ts'
import { drawPage, sendPage, type DrawOptions, type Locale } from './send.ts'

/** Paths below the realm's. */
export const pagePaths = {
  signIn: '/login-actions/authenticate',
  activate: '/login-actions/activate',
  account: '/account',
  password: '/account/password',
  device: '/account/device',
  card: '/account/card',
  signOut: '/protocol/openid-connect/logout',
  resources: '/resources/',
} as const

export interface Kit {
  readonly cards: Cards
  readonly embedded: EmbeddedParts | null
  readonly sealing: Sealing
  readonly guard: FormGuard
  readonly index: () => Promise<LibraryIndex>
  readonly assets: Assets
  /** `/realms/ndl`. */
  readonly realmPath: string
  readonly draw: DrawOptions
  readonly now: () => number
  readonly log: PageLog
  readonly addressOf: (request: IncomingMessage) => string
}

/** Where people sign in here too. */
export interface PeopleKit extends Kit {
  readonly people: People
}

/** One request to a page. */
export interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
  readonly query: URLSearchParams
  /** Null for GET. */
  readonly form: URLSearchParams | null
  readonly locale: Locale
}

export const field = (visit: Visit, name: string): string =>
  visit.form === null ? '' : textOf(visit.form, name)

/** A change of language sends the form too: what was typed is shown again, and nothing is judged. */
export const onlyLanguage = ({ form }: Visit): boolean => form?.has('locale') ?? false

export interface ShowOptions {
  readonly status?: number
  readonly leadsTo?: readonly string[]
}

export function show(
  kit: Kit,
  visit: Visit,
  page: LoginPage,
  { status = 200, leadsTo = [] }: ShowOptions = {},
): void {
  const { request, response, path, query, locale } = visit
  // An error ends a form that was posted: its address alone shows nothing.
  const here = visit.form === null ? `${path}${query.size > 0 ? `?${query.toString()}` : ''}` : null
  sendPage(response, status, drawPage(page, kit.draw, { request, locale, here, leadsTo }))
}

/** Where the portal begins a sign-in. */
export const portalSignIn = (kit: Kit): string => new URL('/auth/sign-in', kit.draw.portal).href

export const toPortal = (kit: Kit): PageLink => ({ href: kit.draw.portal, name: null })

export function trouble(
  kit: Kit,
  visit: Visit,
  status: number,
  what: Trouble,
  { back = toPortal(kit), remedy }: { readonly back?: PageLink; readonly remedy?: ErrorPage['remedy'] } = {},
): void {
  const requestId = randomUUID().slice(0, 13)
  if (status >= 500) kit.log.error({ requestId, path: visit.path }, 'a login page could not be shown')
  show(
    kit,
    visit,
    { page: 'error', trouble: what, requestId, back, ...(remedy ? { remedy } : {}) },
    { status },
  )
}

/** A form of this page: `about` is what it belongs to, `hidden` what it carries on. */
export function formFor(kit: Kit, visit: Visit, { about, hidden = {}, faults = [] }: FormOptions): PageForm {
  const token = kit.guard.token(visit.request, visit.response, about)
  const query = visit.query.size > 0 ? `?${visit.query.toString()}` : ''
  return { action: `${visit.path}${query}`, hidden: { token, lang: visit.locale, ...hidden }, faults }
}

export interface FormOptions {
  readonly about: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly faults?: readonly Fault[]
}

/** The fault of a form that was not given to this browser for this purpose; none when it was. */
export function guardFaults(kit: Kit, visit: Visit, about: string): readonly Fault[] {
  if (visit.form === null) return []
  const state = kit.guard.check(visit.request, visit.form, about)
  return state === 'ok' ? [] : [{ field: null, problem: state }]
}

export async function libraryChoice(
  kit: Kit,
  typed: string,
  candidates: LibraryChoice['candidates'] = [],
): Promise<LibraryChoice> {
  const { json } = await kit.index()
  return { typed, candidates, list: `${kit.realmPath}${pagePaths.resources}libraries.json?v=${json.hash}` }
}

/** Faults of a new password typed twice. */
export function chosenFaults(visit: Visit, names: readonly string[]): readonly Fault[] {
  const [chosen, repeat] = [field(visit, 'chosen'), field(visit, 'repeat')]
  if (chosen === '') return [{ field: 'chosen', problem: 'chosen-missing' }]
  const fault = passwordFault(chosen, names)
  if (fault !== null) return [{ field: 'chosen', problem: `chosen-${fault}` }]
  return chosen === repeat ? [] : [{ field: 'repeat', problem: 'repeat-differs' }]
}
