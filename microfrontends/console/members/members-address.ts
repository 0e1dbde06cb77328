/** What the address of the members keeps: the form that is open, and from where on the list is shown. */
import { consoleAddress } from '../frame/address.ts'

export interface MembersAddress {
  readonly library: string
  readonly granting: boolean
  /** Id of the role that is being withdrawn. */
  readonly withdrawing: string | null
  readonly after: string | null
}

type Query = Readonly<Record<string, unknown>>

const shape = (value: unknown, form: RegExp): string | null =>
  typeof value === 'string' && form.test(value) ? value : null

export function readMembers(query: Query): Omit<MembersAddress, 'library'> {
  return {
    granting: query['do'] === 'grant',
    withdrawing: shape(query['withdraw'], /^[\w-]{24}$/),
    after: shape(query['after'], /^[\w+/=-]{1,500}$/),
  }
}

export function writeMembers({ library, granting, withdrawing, after }: MembersAddress): string {
  return consoleAddress('members', library, {
    do: granting ? 'grant' : null,
    withdraw: withdrawing,
    after,
  })
}
