// What clients send, checked: reasons that say something, times that are to come, names that can be names.
import { badInput, oneLine } from '@shuxiang/subgraph-kit'
import { day, daysOfRole, longestReason, longestUsername } from './bounds.ts'

/** Errors of all: BAD_USER_INPUT with a sentence. */
export function readReason(reason: string): string {
  const line = oneLine(reason)
  if (line === null || line === '')
    throw badInput('reason: say why, for those who look at it later.', 'reason')
  if ([...line].length > longestReason)
    throw badInput(`reason: give at most ${longestReason} characters.`, 'reason')
  return line
}

/** As somebody typed it; which name is which account, the identity provider knows. */
export function readUsername(username: string): string {
  const name = oneLine(username)
  if (name === null || name === '' || [...name].length > longestUsername)
    throw badInput('username: give the user name of an account, such as n33/editor-1.', 'no-account')
  return name
}

/** A zone is asked for: without one a time means another moment on another machine. `name` is of the argument. */
export function readTime(name: string, text: string): Date {
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)
  const time = whole ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) throw badInput(`${name}: give a time with its zone, such as 2027-01-31T00:00:00Z.`)
  return new Date(time)
}

/** Of what is noted in the audit log. */
export function readActionName(text: string): string {
  if (!/^[a-z][a-z.-]{0,60}$/.test(text))
    throw badInput('action: give the name of an action, such as member.grant.')
  return text
}

export function readExpires(text: string, now: Date): Date {
  const time = readTime('expires', text).getTime()
  if (time <= now.getTime()) throw badInput('expires: give a time that is to come.', 'expires')
  if (time > now.getTime() + daysOfRole * day)
    throw badInput(`expires: give a time at most ${daysOfRole} days ahead.`, 'expires')
  return new Date(time)
}

export function isId(id: string): boolean {
  return /^[A-Za-z0-9_-]{24}$/.test(id)
}
