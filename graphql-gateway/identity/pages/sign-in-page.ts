// `/login-actions/authenticate`: whatever a sign-in under way asks next, one page for each step.
import type { Fault, PageLink } from '@shuxiang/themes/login'
import { foldCode, isCode } from '../people/index.ts'
import { readCookie, setCookie } from './cookies.ts'
import { enrol, showEnrol } from './enrolment.ts'
import {
  chosenFaults,
  field,
  formFor,
  guardFaults,
  libraryChoice,
  onlyLanguage,
  pagePaths,
  show,
  trouble,
  type PeopleKit,
  type Visit,
} from './kit.ts'
import type { EmbeddedParts, KnownAccount, SignIn } from './ports.ts'
import { localeOf, seeOther } from './send.ts'
import { whoseCard } from './whose-card.ts'

const year = 31_536_000
/** Client of the staff console, as the realm file calls it. */
const consoleClient = 'ndl-console'

/** What a step needs besides the kit. */
interface Step {
  readonly kit: PeopleKit
  readonly visit: Visit
  readonly signIn: SignIn
  readonly embedded: EmbeddedParts
}

export async function signInPage(kit: PeopleKit, visit: Visit, embedded: EmbeddedParts): Promise<void> {
  const { request, response, query } = visit
  const signIn = await embedded.signIns.find(request, response)
  if (signIn === null)
    return trouble(kit, visit, 400, request.headers.cookie === undefined ? 'cookies' : 'expired')
  const wished = { query, form: visit.form ?? undefined, wished: signIn.locale }
  const step: Step = { kit, visit: { ...visit, locale: localeOf(request, wished) }, signIn, embedded }
  if (query.get('leave') === '1') return embedded.signIns.cancel(request, response)
  if (signIn.step === 'no-device') {
    const remedy = { does: 'deviceAdd', href: `${kit.realmPath}${pagePaths.device}` } as const
    return trouble(kit, step.visit, 403, 'no-device', { back: await waiting(step), remedy })
  }
  if (signIn.step === 'code') return codeStep(step, signIn.account)
  if (signIn.passed !== null) return requiredStep(step, signIn.passed)
  return passwordStep(step)
}

/** The page that a form was on must be the step that is due: a form sent twice is not taken for the next one. */
const isOf = ({ visit }: Step, name: string): boolean => visit.form !== null && field(visit, 'step') === name

const leadsTo = ({ signIn }: Step): readonly string[] => [
  ...new Set(
    (signIn.client.redirectUris ?? []).filter((uri) => URL.canParse(uri)).map((uri) => new URL(uri).origin),
  ),
]

async function siteOf({
  kit,
  signIn,
}: Step): Promise<{ readonly code: string; readonly name: string } | null> {
  const [, code] = /^site-(.+)$/.exec(signIn.client.clientId) ?? []
  return code === undefined ? null : (await kit.index()).byCode(code)
}

/** Back to whoever is waiting, with the word that nobody signed in. */
async function waiting(step: Step): Promise<PageLink> {
  const query = new URLSearchParams(step.visit.query)
  query.set('leave', '1')
  return { href: `${step.visit.path}?${query.toString()}`, name: (await siteOf(step))?.name ?? null }
}

async function passwordStep(step: Step): Promise<void> {
  const { kit, visit, signIn, embedded } = step
  const { request, response } = visit
  const posted = isOf(step, 'password')
  const index = await kit.index()
  const boxes = posted
    ? { library: field(visit, 'library'), pick: field(visit, 'pick'), card: field(visit, 'card') }
    : await firstBoxes(step)
  const remember = posted && field(visit, 'remember') === 'on'
  const password = field(visit, 'password')
  const read = whoseCard(boxes, index)
  const draw = async (faults: readonly Fault[]): Promise<void> => {
    const form = formFor(kit, visit, { about: signIn.uid, hidden: { step: 'password' }, faults })
    const site = await siteOf(step)
    show(
      kit,
      visit,
      {
        page: 'sign-in',
        form,
        library: await libraryChoice(kit, boxes.library, posted ? read.candidates : []),
        card: boxes.card,
        remember,
        again: signIn.account !== null,
        site: site?.name ?? null,
        staff: signIn.client.clientId === consoleClient,
        activate: `${kit.realmPath}${pagePaths.activate}?uid=${signIn.uid}`,
      },
      { leadsTo: leadsTo(step) },
    )
  }
  if (!posted || onlyLanguage(visit)) return draw([])
  const guarded = guardFaults(kit, visit, signIn.uid)
  if (guarded.length > 0) return draw(guarded)
  const missing: readonly Fault[] =
    password === '' ? [{ field: 'password', problem: 'password-missing' }] : []
  if (read.who === null || missing.length > 0) return draw([...read.faults, ...missing])

  const account = await kit.people.checkPassword(read.who.username, password, kit.addressOf(request))
  if (account === 'refused') return draw([{ field: null, problem: 'refused' }])
  if (index.byCode(read.who.library))
    setCookie(response, 'library', read.who.library, {
      path: kit.realmPath,
      secure: kit.draw.secure,
      maxAge: year,
    })
  if (account.requiredActions.length === 0)
    return embedded.signIns.finish(request, response, { accountId: account.id, remember })
  await embedded.signIns.pass(request, response, account.id)
  seeOther(response, again(visit, { remember: remember ? '1' : '', kc_locale: visit.locale }))
}

/** The same address with other parameters; empty ones go. */
function again({ path, query }: Visit, change: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(change)) {
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  return `${path}?${next.toString()}`
}

/** What stands in the boxes at first: what the client says, who is signed in, whose site it is, who was here before. */
async function firstBoxes(step: Step): Promise<{ library: string; pick: string; card: string }> {
  const { kit, visit, signIn } = step
  const index = await kit.index()
  const known = signIn.hint || (signIn.account?.username ?? '')
  const [before = '', after] = known.split('/')
  const code = after === undefined ? '' : before
  const library =
    index.byCode(code) ?? (await siteOf(step)) ?? index.byCode(readCookie(visit.request, 'library'))
  // A library that the list does not have stays with the number: together they are still a name.
  const card = after === undefined ? before : index.byCode(code) ? after : known
  return { library: library?.name ?? '', pick: '', card }
}

async function codeStep(step: Step, account: KnownAccount | null): Promise<void> {
  const { kit, visit, signIn, embedded } = step
  const { request, response } = visit
  if (account === null) return trouble(kit, visit, 400, 'expired')
  const posted = isOf(step, 'code')
  const draw = async (faults: readonly Fault[]): Promise<void> => {
    const form = formFor(kit, visit, { about: signIn.uid, hidden: { step: 'code' }, faults })
    const page = {
      page: 'one-time-code',
      form,
      username: account.username,
      back: await waiting(step),
    } as const
    show(kit, visit, page, { leadsTo: leadsTo(step) })
  }
  if (!posted || onlyLanguage(visit)) return draw([])
  const guarded = guardFaults(kit, visit, signIn.uid)
  if (guarded.length > 0) return draw(guarded)
  const code = foldCode(field(visit, 'code'))
  if (code === '') return draw([{ field: 'code', problem: 'code-missing' }])
  if (!isCode(code)) return draw([{ field: 'code', problem: 'code-shape' }])
  if (!(await kit.people.checkCode(account.id, code, kit.addressOf(request))))
    return draw([{ field: 'code', problem: 'code-refused' }])
  return embedded.signIns.finish(request, response, { accountId: account.id, remember: false })
}

/** The password was right, and something is due before the reader is let in. */
async function requiredStep(step: Step, account: KnownAccount): Promise<void> {
  const { visit, embedded } = step
  const { request, response, query } = visit
  const [due] = account.requiredActions
  if (due === 'UPDATE_PASSWORD') return newPasswordStep(step, account)
  if (due === 'CONFIGURE_TOTP') return enrolStep(step, account)
  return embedded.signIns.finish(request, response, {
    accountId: account.id,
    remember: query.get('remember') === '1',
  })
}

async function newPasswordStep(step: Step, { id, username }: KnownAccount): Promise<void> {
  const { kit, visit, signIn, embedded } = step
  const draw = (faults: readonly Fault[]): void => {
    const form = formFor(kit, visit, { about: signIn.uid, hidden: { step: 'new-password' }, faults })
    show(
      kit,
      visit,
      { page: 'new-password', form, username, own: false, back: null },
      { leadsTo: leadsTo(step) },
    )
  }
  if (!isOf(step, 'new-password') || onlyLanguage(visit)) return draw([])
  const guarded = guardFaults(kit, visit, signIn.uid)
  const faults = guarded.length > 0 ? guarded : chosenFaults(visit, [username])
  if (faults.length > 0) return draw(faults)
  await kit.people.setPassword(id, field(visit, 'chosen'))
  await embedded.signOutElsewhere(id, visit.request, visit.response)
  seeOther(visit.response, again(visit, { kc_locale: visit.locale }))
}

async function enrolStep(step: Step, account: KnownAccount): Promise<void> {
  const { kit, visit, signIn } = step
  const options = {
    account,
    about: signIn.uid,
    hidden: { step: 'enrol-device' },
    own: false,
    back: null,
    leadsTo: leadsTo(step),
  }
  if (!isOf(step, 'enrol-device') || onlyLanguage(visit)) return showEnrol(kit, visit, options, [])
  if (await enrol(kit, visit, options)) seeOther(visit.response, again(visit, { kc_locale: visit.locale }))
}
