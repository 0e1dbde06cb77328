/** What the section keeps in its address: its part, and what is being written there. */
import { consoleAddress } from '../frame/address.ts'

const PARTS = ['notices', 'hours', 'contact', 'rules', 'events'] as const
export type Part = (typeof PARTS)[number]

export interface VisitingAddress {
  /** Null: the overview. */
  readonly part: Part | null
  /** Key of the notice or event that is being changed; `new`: another is being written. */
  readonly edit: string | null
  /** From where on a list is shown. */
  readonly after: string | null
}

const shape = (value: unknown, form: RegExp): string | null =>
  typeof value === 'string' && form.test(value) ? value : null

export function readVisiting({ part, edit, after }: Readonly<Record<string, unknown>>): VisitingAddress {
  return {
    part: PARTS.find((each) => each === part) ?? null,
    edit: shape(edit, /^(new|[A-Za-z0-9-]{8,64})$/),
    after: shape(after, /^[\w+/=-]{1,500}$/),
  }
}

export function visitingAt(
  library: string,
  part: Part | null = null,
  { edit = null, after = null }: Partial<Pick<VisitingAddress, 'edit' | 'after'>> = {},
): string {
  return consoleAddress('visiting', library, { part, edit, after })
}
