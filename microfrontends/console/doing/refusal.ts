/** Why something was not done, as a key of the messages below `refused.`. */
import type { GqlError } from '@shuxiang/sdk'

/** Reasons that the graph names and the console has words for. */
const REASONS: readonly string[] = [
  'no-account',
  'no-device',
  'reason',
  'expires',
  'held',
  'proposed',
  'busy',
  'given',
  'confirmed',
  'declined',
  'lapsed',
  'gone',
  'no-library',
  'begun-otherwise',
  'second-person',
  'own',
  'no-right',
  'answered',
  'tries',
  'accepted',
  'too-many-lists',
  'too-large',
  'empty-file',
  'columns',
  'read-otherwise',
  'begun',
  'full',
  'unsettled',
  'no-site',
  'settled',
]
const CODES: ReadonlyMap<string, string> = new Map([
  ['UNAUTHENTICATED', 'signed-out'],
  ['FORBIDDEN', 'forbidden'],
  ['STEP_UP_REQUIRED', 'code'],
  ['SERVICE_UNAVAILABLE', 'away'],
  ['BAD_USER_INPUT', 'input'],
])

/** `no-answer`: it may have been done all the same. */
export function refusalOf({ code, reason }: GqlError): string {
  if (reason !== undefined && REASONS.includes(reason)) return reason
  return CODES.get(code) ?? 'fault'
}
