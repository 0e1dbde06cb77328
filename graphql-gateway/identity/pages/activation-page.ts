// `/login-actions/activate`: a card and its code open an account. Where the address names a sign-in (`uid`), the reader is let in at once.
import type { Fault } from '@shuxiang/themes/login'
import { readCookie, setCookie } from './cookies.ts'
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
  type Kit,
  type Visit,
} from './kit.ts'
import type { SignIn } from './ports.ts'
import { foldActivation } from '../cards/index.ts'
import { whoseCard } from './whose-card.ts'

const year = 31_536_000
const about = 'activate'

export async function activationPage(kit: Kit, visit: Visit): Promise<void> {
  const { request, response } = visit
  const posted = visit.form !== null
  const index = await kit.index()
  const before = index.byCode(readCookie(request, 'library'))?.name ?? ''
  const boxes = {
    library: posted ? field(visit, 'library') : before,
    pick: field(visit, 'pick'),
    card: field(visit, 'card'),
  }
  const activation = field(visit, 'activation')
  const signIn = await waitingFor(kit, visit)
  const read = whoseCard(boxes, index)
  const draw = async (faults: readonly Fault[], status = 200): Promise<void> => {
    const back =
      signIn === null
        ? toPortal(kit)
        : {
            href: `${kit.realmPath}${pagePaths.signIn}?uid=${signIn.uid}`,
            name: null,
            to: 'sign-in' as const,
          }
    show(
      kit,
      visit,
      {
        page: 'activate',
        form: formFor(kit, visit, { about, faults }),
        purpose: 'open',
        library: await libraryChoice(kit, boxes.library, posted ? read.candidates : []),
        card: boxes.card,
        activation,
        back,
      },
      { status, leadsTo: originsOf(signIn) },
    )
  }
  if (!posted || onlyLanguage(visit)) return draw([])
  const guarded = guardFaults(kit, visit, about)
  if (guarded.length > 0) return draw(guarded)
  const faults: Fault[] = [...read.faults]
  if (foldActivation(activation) === '') faults.push({ field: 'activation', problem: 'activation-missing' })
  faults.push(...chosenFaults(visit, read.who === null ? [] : [read.who.username]))
  if (read.who === null || faults.length > 0) return draw(faults)

  const { library, card } = read.who
  const proof = { library, card, code: activation, address: kit.addressOf(request) }
  const answer = await kit.cards.activate({ ...proof, password: field(visit, 'chosen') })
  if (answer === 'refused') return draw([{ field: null, problem: 'activation-refused' }])
  if (answer === 'needs-guardian') return draw([{ field: null, problem: 'activation-needs-guardian' }])
  if (answer === 'away') return draw([{ field: null, problem: 'provider-away' }], 503)
  if (answer === 'password-refused') return draw([{ field: 'chosen', problem: 'chosen-refused' }])
  // A code for a card in use sets a new password: who was signed in with the old one is not any more.
  if (!answer.again) await kit.embedded?.signOutElsewhere(answer.account, request, response)
  setCookie(response, 'library', library, { path: kit.realmPath, secure: kit.draw.secure, maxAge: year })
  if (signIn !== null && kit.embedded !== null && !answer.again)
    return kit.embedded.signIns.finish(request, response, { accountId: answer.account, remember: false })
  // Behind the hash, which is sent to no server and stands in no log.
  const hint = `#name=${encodeURIComponent(answer.username)}`
  const next = { href: `${portalSignIn(kit)}${hint}`, name: null }
  show(kit, visit, { page: 'done', done: 'activated', username: answer.username, next })
}

/** A sign-in that waits for somebody to prove who they are; nobody is signed in over somebody else. */
async function waitingFor(kit: Kit, { request, response, query }: Visit): Promise<SignIn | null> {
  // Without a name the provider gives the last one that this browser began, which may have been left long ago.
  if (!query.has('uid')) return null
  const signIn = (await kit.embedded?.signIns.find(request, response)) ?? null
  return signIn !== null && signIn.step === 'password' && signIn.account === null ? signIn : null
}

const originsOf = (signIn: SignIn | null): readonly string[] => [
  ...new Set(
    (signIn?.client.redirectUris ?? []).filter((uri) => URL.canParse(uri)).map((uri) => new URL(uri).origin),
  ),
]
