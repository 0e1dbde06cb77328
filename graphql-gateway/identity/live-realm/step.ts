// A change of a live realm: in words first, then made. What a section of the realm file is to Keycloak.
import { z } from 'zod'
import type { AdminClient } from '../admin-client/client.ts'
import { holds } from '../provisioner/difference.ts'
import type { Realm } from '../realm/index.ts'

/** One change. */
export interface Step {
  /** What changes, in one line; what it was and what it becomes. */
  readonly said: string
  /** Makes it. Repeated, it does nothing or the same again. */
  run(): Promise<void>
}

/** The realm as it should be, and the realm as it is. */
export interface Live {
  readonly realm: Realm
  readonly admin: AdminClient
}

/** A part of the realm file; reads, and changes nothing. */
export interface Section {
  readonly name: string
  plan(live: Live): Promise<readonly Step[]>
}

/** Something that Keycloak keeps under an id. */
export const thing = z.object({ id: z.string() }).catchall(z.unknown())
export const named = z.object({ id: z.string(), name: z.string() }).catchall(z.unknown())
export type Named = z.infer<typeof named>

/** Characters of a value in a line. */
const longestValue = 120

/** A value in a line, without line breaks. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing')
  return text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`
}

/** The fields that differ, a line each: `name: old -> new`. Fields that only the live thing has are not looked at. */
export function differences(
  actual: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(wanted).flatMap(([field, value]) => {
    const there = actual[field]
    if (value === undefined || holds(there, value)) return []
    if (isRecord(there) && isRecord(value)) return differences(there, value).map((line) => `${field}.${line}`)
    return [`${field}: ${shown(there)} -> ${shown(value)}`]
  })
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What one list has and the other has not. */
export const without = (list: readonly string[], others: Iterable<string>): readonly string[] => {
  const there = new Set(others)
  return list.filter((item) => !there.has(item))
}

/** As part of a path. */
export const at = encodeURIComponent

/** The id of a client, null when there is none. */
export async function clientIdOf(admin: AdminClient, clientId: string): Promise<string | null> {
  const found = await admin.get(`/clients?clientId=${at(clientId)}`, z.array(thing))
  return found?.[0]?.id ?? null
}

/** A thing that an earlier step has made. @throws Error when it is not there */
export function there<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined)
    throw new Error(`${what} is not there, though it was made a moment ago. Run it again.`)
  return found
}
