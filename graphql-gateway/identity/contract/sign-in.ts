// Signs a person in by the provider's forms, whatever they look like.
import { codeOf as totp, stepAt, toBase32 } from '../people/totp.ts'
import type { Field, Form, Page } from './page.ts'
import type { Stop, Visitor } from './visitor.ts'

/** Somebody whom the suite made. */
export interface Person {
  readonly id: string
  readonly username: string
  readonly password: string
  /** Secret of the device for one-time codes, as its bytes are written; null for somebody without one. */
  readonly device: string | null
}

/** Pages that a sign-in can have: name and password, on one page or two, and a code. */
const MOST_PAGES = 5

/**
 * Fills in what is asked until the provider leads back to the client, or asks for what the person does not have.
 * `type` answers a field otherwise than the person would.
 */
export async function signIn(
  visitor: Visitor,
  begin: string | URL,
  person: Person,
  type: Readonly<Partial<Record<Asked, string>>> = {},
): Promise<Stop> {
  let stop = await visitor.open(begin)
  for (let pages = 0; pages < MOST_PAGES && stop.at === 'page'; pages++) {
    const filled = fill(stop.page, person, type)
    if (filled === null) return stop
    const next = await visitor.send(filled.form, filled.values)
    // The same question again is a refusal.
    if (next.at === 'page' && askedOf(next.page).join() === askedOf(stop.page).join()) return next
    stop = next
  }
  return stop
}

/** What a page of a sign-in asks for. */
export type Asked = 'username' | 'password' | 'code'

/** What the forms of a page ask for, in the order of the fields. */
export function askedOf({ forms }: Page): Asked[] {
  return forms.flatMap(({ fields }) => [...fields].flatMap(([name, field]) => asked(name, field) ?? []))
}

function fill(
  page: Page,
  person: Person,
  type: Readonly<Partial<Record<Asked, string>>>,
): { readonly form: Form; readonly values: Record<string, string> } | null {
  for (const form of page.forms) {
    const values: Record<string, string> = {}
    for (const [name, field] of form.fields) {
      const what = asked(name, field)
      if (what === 'username') values[name] = type.username ?? person.username
      else if (what === 'password') values[name] = type.password ?? person.password
      else if (what === 'code' && (person.device !== null || type.code !== undefined))
        values[name] = type.code ?? codeOf(person.device ?? '', Date.now())
    }
    if (Object.keys(values).length > 0) return { form, values }
  }
  return null
}

function asked(name: string, { type, autocomplete }: Field): Asked | null {
  if (type === 'password') return autocomplete === 'new-password' ? null : 'password'
  if (autocomplete === 'one-time-code' || name === 'otp') return 'code'
  if (type === 'text' && /\busername\b/.test(`${name} ${autocomplete}`)) return 'username'
  return null
}

/** The code of a device whose secret is written as its bytes, as Keycloak keeps it. `at` in milliseconds. */
export function codeOf(secret: string, at: number): string {
  return totp(toBase32(Buffer.from(secret)), stepAt(at))
}
