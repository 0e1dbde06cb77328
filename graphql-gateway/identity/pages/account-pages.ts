// `/account` and what is below it: what a signed-in reader may change without anybody's help.
import type { Fault } from '@shuxiang/themes/login'
import { foldActivation } from '../cards/index.ts'
import type { Account } from '../people/index.ts'
import { enrol, showEnrol } from './enrolment.ts'
import {
  chosenFaults,
  field,
  formFor,
  guardFaults,
  libraryChoice,
  onlyLanguage,
  pagePaths,
  portalSignIn,
  show,
  toPortal,
  trouble,
  type PeopleKit,
  type Visit,
} from './kit.ts'
import type { EmbeddedParts } from './ports.ts'
import { whoseCard } from './whose-card.ts'

export async function accountPages(
  kit: PeopleKit,
  visit: Visit,
  embedded: EmbeddedParts,
  path: string,
): Promise<void> {
  const account = await embedded.signedIn(visit.request, visit.response)
  if (account === null)
    return trouble(kit, visit, 403, 'signed-out', { remedy: { does: 'toSignIn', href: portalSignIn(kit) } })
  if (path === pagePaths.password) return passwordPage(kit, visit, account, embedded)
  if (path === pagePaths.device) return devicePage(kit, visit, account)
  if (path === pagePaths.card) return cardPage(kit, visit, account)
  return overview(kit, visit, account)
}

const toAccount = (kit: PeopleKit) => ({
  href: `${kit.realmPath}${pagePaths.account}`,
  name: null,
  to: 'account' as const,
})
/** Forms are given to one account: they are worth nothing to the next who uses the browser. */
const aboutOf = (what: string, { id }: Account): string => `${what} ${id}`

async function overview(kit: PeopleKit, visit: Visit, account: Account): Promise<void> {
  const index = await kit.index()
  const at = (path: string): string => `${kit.realmPath}${path}`
  show(kit, visit, {
    page: 'account',
    name: account.attributes.display_name ?? null,
    cards: account.names.map((username) => ({
      username,
      library: index.byCode(username.split('/')[0] ?? '')?.name ?? null,
    })),
    hasDevice: account.hasDevice,
    links: {
      password: at(pagePaths.password),
      device: at(pagePaths.device),
      card: at(pagePaths.card),
      signOut: at(pagePaths.signOut),
    },
    back: toPortal(kit),
  })
}

async function passwordPage(
  kit: PeopleKit,
  visit: Visit,
  account: Account,
  { signOutElsewhere }: EmbeddedParts,
): Promise<void> {
  const about = aboutOf('password', account)
  const { username } = account
  const draw = (faults: readonly Fault[]): void => {
    const form = formFor(kit, visit, { about, faults })
    show(kit, visit, { page: 'new-password', form, username, own: true, back: toAccount(kit) })
  }
  if (visit.form === null || onlyLanguage(visit)) return draw([])
  const guarded = guardFaults(kit, visit, about)
  if (guarded.length > 0) return draw(guarded)
  const current = field(visit, 'current')
  const faults: Fault[] = current === '' ? [{ field: 'current', problem: 'current-missing' }] : []
  faults.push(...chosenFaults(visit, account.names))
  if (faults.length > 0) return draw(faults)
  const proved = await kit.people.checkPassword(username, current, kit.addressOf(visit.request))
  if (proved === 'refused') return draw([{ field: 'current', problem: 'current-refused' }])
  await kit.people.setPassword(account.id, field(visit, 'chosen'))
  // Whoever knew the old password may be signed in with it.
  await signOutElsewhere(account.id, visit.request, visit.response)
  show(kit, visit, { page: 'done', done: 'password', username, next: toAccount(kit) })
}

async function devicePage(kit: PeopleKit, visit: Visit, account: Account): Promise<void> {
  const options = {
    account,
    about: aboutOf('device', account),
    hidden: {},
    own: true,
    back: toAccount(kit),
    leadsTo: [],
  }
  if (visit.form === null || onlyLanguage(visit)) return showEnrol(kit, visit, options, [])
  if (await enrol(kit, visit, options))
    show(kit, visit, { page: 'done', done: 'device', username: account.username, next: toAccount(kit) })
}

async function cardPage(kit: PeopleKit, visit: Visit, account: Account): Promise<void> {
  const about = aboutOf('card', account)
  const boxes = { library: field(visit, 'library'), pick: field(visit, 'pick'), card: field(visit, 'card') }
  const activation = field(visit, 'activation')
  const read = whoseCard(boxes, await kit.index())
  const draw = async (faults: readonly Fault[]): Promise<void> =>
    show(kit, visit, {
      page: 'activate',
      form: formFor(kit, visit, { about, faults }),
      purpose: 'attach',
      library: await libraryChoice(kit, boxes.library, visit.form === null ? [] : read.candidates),
      card: boxes.card,
      activation,
      back: toAccount(kit),
    })
  if (visit.form === null || onlyLanguage(visit)) return draw([])
  const guarded = guardFaults(kit, visit, about)
  if (guarded.length > 0) return draw(guarded)
  const faults: Fault[] = [...read.faults]
  if (foldActivation(activation) === '') faults.push({ field: 'activation', problem: 'activation-missing' })
  if (read.who === null || faults.length > 0) return draw(faults)
  const { library, card } = read.who
  const proof = { library, card, code: activation, address: kit.addressOf(visit.request) }
  const answer = await kit.cards.attach({ ...proof, account: account.id })
  if (answer === 'refused') return draw([{ field: null, problem: 'activation-refused' }])
  show(kit, visit, { page: 'done', done: 'attached', username: answer.username, next: toAccount(kit) })
}
