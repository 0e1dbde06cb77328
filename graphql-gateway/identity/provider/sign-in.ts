// A sign-in under way, for the pages: what is asked next, and how a page ends the step. No page can give a level that
// was not asked for, nor turn a one-time code of one person into a session of another.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { InteractionResults } from 'oidc-provider'
import type { Account } from '../people/index.ts'
import type { Accounts } from './contract.ts'
import type { RealmClient } from '../realm/index.ts'
import type { Clients } from './contract.ts'
import type { EndSession } from './end-session.ts'
import { queryOf, redirect } from './http.ts'
import { levelReason } from './policy.ts'
import { begunIn } from './sign-in-cookie.ts'

/** What is asked: a password; the code of a device; or nothing, for a code is wanted and there is no device. */
export type Step = 'password' | 'code' | 'no-device'

/** A sign-in under way. */
export interface SignIn {
  /** Names it; pages carry it as a hidden value, which must agree with the cookie. */
  readonly uid: string
  readonly step: Step
  /** Who is signed in already, and only proves it again or further. */
  readonly account: Account | null
  /** Whose password was right, while they set a new one or enrol a device before they are let in. */
  readonly passed: Account | null
  readonly client: RealmClient
  /** `login_hint` of the request, at most 200 characters. */
  readonly hint: string
  /** `kc_locale` or the first of `ui_locales`; empty when the request does not say. */
  readonly locale: string
}

export interface SignIns {
  /** Null when there is none, it is over, or the session under it changed. */
  find(request: IncomingMessage, response: ServerResponse): Promise<SignIn | null>
  /** Notes that a password was right although something is still to be done. */
  pass(request: IncomingMessage, response: ServerResponse, accountId: string): Promise<void>
  /**
   * Ends the step; answers with a redirect. For `password` the account may be any, for `code` it is the one that is
   * signed in. @throws Error when the step cannot be ended so.
   */
  finish(
    request: IncomingMessage,
    response: ServerResponse,
    result: { readonly accountId: string; readonly remember: boolean },
  ): Promise<void>
  /** Sends somebody back without signing them in (`access_denied`). */
  cancel(request: IncomingMessage, response: ServerResponse): Promise<void>
}

export interface SignInParts {
  readonly provider: Provider
  readonly accounts: Accounts
  readonly clients: Clients
  readonly endSession: EndSession
  /** Seconds. */
  readonly now: () => number
}

type Details = InstanceType<Provider['Interaction']>

const hintBound = 200

export function createSignIns({ provider, accounts, clients, endSession, now }: SignInParts): SignIns {
  /** The sign-in that the address names, or the last one of this browser; the browser must have begun it. */
  const details = async (request: IncomingMessage, response: ServerResponse): Promise<Details | null> => {
    const begun = begunIn(provider.createContext(request, response).cookies)
    const named = queryOf(request).get('uid')
    const uid = named === null ? begun[0] : begun.find((one) => one === named)
    const found = uid === undefined ? undefined : await provider.Interaction.find(uid)
    if (found === undefined) return null
    if (found.session?.uid === undefined) return found
    const session = await provider.Session.findByUid(found.session.uid)
    return session?.accountId === found.session.accountId ? found : null
  }
  const known = async (id: string | undefined): Promise<Account | null> => {
    const account = id === undefined ? null : await accounts.find(id)
    return account?.enabled ? account : null
  }
  const back = async (
    found: Details,
    response: ServerResponse,
    result: InteractionResults,
  ): Promise<void> => {
    found.result = result
    await found.save(found.exp - now())
    redirect(response, found.returnTo)
  }
  return {
    async find(request, response) {
      const found = await details(request, response)
      if (found === null) return null
      const client = await clients.find(String(found.params['client_id']))
      if (client === null) return null
      const account = await known(found.session?.accountId)
      return {
        uid: found.uid,
        step: stepOf(found.prompt.reasons, account),
        account,
        passed: await known(passedIn(found)),
        client,
        hint: textOf(found.params['login_hint']).slice(0, hintBound),
        locale:
          (textOf(found.params['kc_locale']) || textOf(found.params['ui_locales']))
            .split(' ')[0]
            ?.slice(0, 20) ?? '',
      }
    },
    async pass(request, response, accountId) {
      const found = await details(request, response)
      if (found === null) throw new Error('there is no sign-in under way')
      found.lastSubmission = { passed: { accountId } }
      await found.save(found.exp - now())
    },
    async finish(request, response, { accountId, remember }) {
      const found = await details(request, response)
      const account = await known(accountId)
      if (found === null || account === null)
        throw new Error('there is no sign-in under way for this account')
      const signedIn = await known(found.session?.accountId)
      const step = stepOf(found.prompt.reasons, signedIn)
      if (step === 'no-device') throw new Error('level 2 is not given without a device')
      if (step === 'code' && signedIn?.id !== account.id) throw new Error('the code is of another account')
      if (step === 'password' && found.session?.uid && found.session.accountId !== account.id) {
        // Somebody else takes over the browser: who was signed in before is signed out everywhere.
        await endSession(found.session.uid)
        delete found.session
        await found.save(found.exp - now())
      }
      const proved = step === 'code' ? { acr: '2', amr: ['pwd', 'otp'] } : { acr: '1', amr: ['pwd'] }
      // A code leaves alone what was said about remembering at the password.
      await back(found, response, {
        login: { accountId: account.id, remember: step === 'code' || remember, ts: now(), ...proved },
      })
    },
    async cancel(request, response) {
      const found = await details(request, response)
      if (found === null) throw new Error('there is no sign-in under way')
      await back(found, response, { error: 'access_denied', error_description: 'the sign-in was left' })
    },
  }
}

function stepOf(reasons: readonly string[], account: Account | null): Step {
  const onlyLevel = account !== null && reasons.every((reason) => reason === levelReason)
  if (!onlyLevel) return 'password'
  return account.hasDevice ? 'code' : 'no-device'
}

function passedIn({ lastSubmission }: Details): string | undefined {
  const passed: unknown = lastSubmission?.['passed']
  return typeof passed === 'object' &&
    passed !== null &&
    'accountId' in passed &&
    typeof passed.accountId === 'string'
    ? passed.accountId
    : undefined
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
