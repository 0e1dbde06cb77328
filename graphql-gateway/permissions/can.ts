// `can`: the one answer to whether somebody may do something. Pure: used by resolvers, and by the console to hide what would be refused.
import type { Membership, Person, Principal } from './principal.ts'
import type { GlobalRole } from './roles.ts'
import { ruleOf, type Action, type Reach, type Rule } from './table.ts'

/**
 * The object of an action, as it is stored: never as a client names it. `library` is whose it is, `owner` the subject of
 * the person whose it is, `author` the subject of who made the change that is now decided on.
 */
export interface ActionObject {
  readonly library?: string | null
  readonly owner?: string | null
  readonly author?: string | null
}

/** Why not: the first thing that stands in the way, in the order in which a person could do something about it. */
export type Reason =
  'sign-in' | 'role' | 'library' | 'client' | 'step-up' | 'sign-in-again' | 'age' | 'second-person'
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason }

/** Seconds that a second factor, or a sign-in, counts for what needs a fresh one. */
export const freshness = 900
/** Seconds after which staff sign in again, whatever they do. */
export const staffSession = 8 * 3600

const allowed: Decision = Object.freeze({ allowed: true })

/**
 * Decides by the table. `now` in seconds since 1970.
 * Errors: `RangeError` for a `now` in milliseconds, by which every membership would have ended.
 */
export function can(
  principal: Principal,
  action: Action,
  object: ActionObject,
  { now }: { readonly now: number },
): Decision {
  if (!(now < 1e11)) throw new RangeError(`can() takes seconds since 1970, not ${now}.`)
  const rule = ruleOf(action)
  if (principal.kind === 'anonymous') return rule.anonymous === 'all' ? allowed : refused('sign-in')
  if (asReader(principal, rule, object)) {
    if (rule.adults && principal.ageBand !== 'adult') return refused('age')
    if (rule.notChildren && principal.ageBand === 'under-14') return refused('age')
  } else if (!asStaff(principal, rule, object, now)) return refused(whyNot(principal, rule, now))
  else if (!secondFactor(principal, now, staffSession)) return refused('step-up')
  if (rule.fresh && !secondFactor(principal, now, freshness)) return refused('step-up')
  if (rule.recent && now - principal.authenticatedAt > freshness) return refused('sign-in-again')
  if (rule.second && !isSecond(principal, rule.second, object)) return refused('second-person')
  return allowed
}

function asReader({ subject, roles }: Person, { readers = {} }: Rule, object: ActionObject): boolean {
  return roles.some(
    (role) => (role === 'reader' || role === 'reader-verified') && reaches(readers[role], subject, object),
  )
}

/** What somebody may as staff, which nobody is but on the console: a token of another client that says so is not believed. */
function asStaff(
  { subject, client, roles, memberships }: Person,
  { nation = {}, members = [] }: Rule,
  object: ActionObject,
  now: number,
): boolean {
  if (client !== 'console') return false
  for (const role of roles) if (isNational(role) && reaches(nation[role], subject, object)) return true
  return memberships.some(
    (each) => members.includes(each.role) && holds(each, now) && each.library === object.library,
  )
}

function isNational(role: GlobalRole): role is keyof NonNullable<Rule['nation']> {
  return role === 'national-editor' || role === 'national-admin' || role === 'auditor'
}

function reaches(reach: Reach | undefined, subject: string, { owner }: ActionObject): boolean {
  return reach === 'all' || (reach === 'own' && owner === subject)
}

/** Whether a membership has not ended. */
export function holds({ expires }: Membership, now: number): boolean {
  return expires === null || now < expires
}

function secondFactor({ level, authenticatedAt }: Person, now: number, within: number): boolean {
  return level === 2 && now - authenticatedAt <= within
}

function isSecond(
  { subject }: Person,
  asked: NonNullable<Rule['second']>,
  { author }: ActionObject,
): boolean {
  return typeof author === 'string' ? author !== subject : asked === 'where asked'
}

function whyNot({ client, memberships }: Person, { readers, members = [] }: Rule, now: number): Reason {
  if (client !== 'console') return readers ? 'role' : 'client'
  return memberships.some((each) => members.includes(each.role) && holds(each, now)) ? 'library' : 'role'
}

function refused(reason: Reason): Decision {
  return { allowed: false, reason }
}
