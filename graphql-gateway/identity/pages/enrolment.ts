// Enrolling a device: the secret travels sealed in the form, so that nobody can put in another and nothing waits in the store.
import { portalName } from '@shuxiang/vocabulary'
import type { Fault, PageLink } from '@shuxiang/themes/login'
import { encode } from 'uqr'
import { drawSecret, foldCode, isCode, otpauth } from '../people/index.ts'
import { field, formFor, guardFaults, show, type PeopleKit, type Visit } from './kit.ts'
import type { KnownAccount } from './ports.ts'

export interface EnrolOptions {
  readonly account: KnownAccount
  readonly about: string
  readonly hidden: Readonly<Record<string, string>>
  /** By the reader's own wish, who then gives the password too. */
  readonly own: boolean
  readonly back: PageLink | null
  readonly leadsTo: readonly string[]
}

/** Milliseconds for which a secret that is on the screen may be enrolled. */
const showsFor = 3_600_000

export function showEnrol(
  kit: PeopleKit,
  visit: Visit,
  options: EnrolOptions,
  faults: readonly Fault[],
): void {
  const { account, about, own, back, leadsTo } = options
  const secret = secretIn(kit, visit, account.id) ?? drawSecret()
  const enrolment = kit.sealing.seal('enrolment', `${account.id} ${secret} ${kit.now()}`)
  const uri = otpauth(portalName['zh-CN'], account.username, secret)
  const form = formFor(kit, visit, { about, hidden: { ...options.hidden, enrolment }, faults })
  show(
    kit,
    visit,
    {
      page: 'enrol-device',
      form,
      username: account.username,
      secret,
      otpauth: uri,
      picture: encode(uri, { border: 0 }).data,
      own,
      replaces: account.hasDevice,
      back,
    },
    { leadsTo },
  )
}

/** Judges the form; false when a page with faults was shown instead. */
export async function enrol(kit: PeopleKit, visit: Visit, options: EnrolOptions): Promise<boolean> {
  const { account, about, own } = options
  const refuse = (faults: readonly Fault[]): false => {
    showEnrol(kit, visit, options, faults)
    return false
  }
  const guarded = guardFaults(kit, visit, about)
  if (guarded.length > 0) return refuse(guarded)
  const secret = secretIn(kit, visit, account.id)
  if (secret === null) return refuse([{ field: null, problem: 'stale' }])
  const [code, previous, current] = [
    foldCode(field(visit, 'code')),
    foldCode(field(visit, 'previous')),
    field(visit, 'current'),
  ]
  const faults: Fault[] = []
  if (own && current === '') faults.push({ field: 'current', problem: 'current-missing' })
  for (const [name, typed] of [
    ...(account.hasDevice ? [['previous', previous] as const] : []),
    ['code', code] as const,
  ]) {
    if (typed === '') faults.push({ field: name, problem: 'code-missing' })
    else if (!isCode(typed)) faults.push({ field: name, problem: 'code-shape' })
  }
  if (faults.length > 0) return refuse(faults)
  const address = kit.addressOf(visit.request)
  // Whoever has only the password, or only an open browser, gets no device of their own.
  if (own && (await kit.people.checkPassword(account.username, current, address)) === 'refused')
    return refuse([{ field: 'current', problem: 'current-refused' }])
  if (account.hasDevice && !(await kit.people.checkCode(account.id, previous, address)))
    return refuse([{ field: 'previous', problem: 'code-refused' }])
  if (!(await kit.people.enrolDevice(account.id, secret, code)))
    return refuse([{ field: 'code', problem: 'enrol-refused' }])
  return true
}

function secretIn(kit: PeopleKit, visit: Visit, accountId: string): string | null {
  const sealed = field(visit, 'enrolment')
  const [id, secret, at] = (sealed === '' ? null : kit.sealing.open('enrolment', sealed))?.split(' ') ?? []
  if (id !== accountId || secret === undefined || kit.now() - Number(at) > showsFor) return null
  return secret
}
