/** Why a step could not be stored, as a key of the messages below `start.refused.`. Pure. */
import type { GqlError } from '@shuxiang/sdk'

const byReason: ReadonlyMap<string, string> = new Map([
  ['changed', 'changed'],
  ['begun-otherwise', 'begun'],
  ['no-library', 'library'],
  ['second-person', 'second'],
  ['unsettled', 'unsettled'],
])
const byCode: ReadonlyMap<string, string> = new Map([
  ['FORBIDDEN', 'forbidden'],
  ['UNAUTHENTICATED', 'signed-out'],
  ['STEP_UP_REQUIRED', 'code'],
  ['BAD_USER_INPUT', 'input'],
])

export function refusalOf({ code, reason }: GqlError): string {
  return byReason.get(reason ?? '') ?? byCode.get(code) ?? 'away'
}
