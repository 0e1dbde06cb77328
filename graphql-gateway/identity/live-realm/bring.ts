// Compares the realm file with a live realm, and brings the realm there. Run again, it goes on where it was ended.
import { clients, rights } from './clients.ts'
import { flows } from './flows.ts'
import { permissions } from './permissions.ts'
import { policies } from './policies.ts'
import { groups, roles } from './roles.ts'
import { ceilings, scopes } from './scopes.ts'
import { profile, settings, texts } from './settings.ts'
import type { Live, Section } from './step.ts'

/** In this order: what a section names, one before it has made. Rights are taken away when what takes their place is there. */
const sections: readonly Section[] = [
  settings,
  texts,
  profile,
  roles,
  groups,
  scopes,
  clients,
  ceilings,
  policies,
  flows,
  permissions,
  rights,
]

/** Something that is to change, or has changed. */
export interface Planned {
  readonly section: string
  readonly said: string
}

/** Everything that is to change. Changes nothing. Errors: `AdminRefused`, `AdminUnavailable`. */
export async function planOf(live: Live): Promise<readonly Planned[]> {
  const planned: Planned[] = []
  for (const { name, plan } of sections)
    for (const { said } of await plan(live)) planned.push({ section: name, said })
  return planned
}

/**
 * Makes the changes, each told when it is made. Nothing is removed that the file does not name: providers of logins,
 * clients of sites, organizations, people and an operator's own settings stay.
 * Errors: `AdminRefused`, `AdminUnavailable`, and the signal's reason between two changes.
 */
export async function bring(
  live: Live,
  { told, signal }: { readonly told: (change: Planned) => void; readonly signal?: AbortSignal },
): Promise<number> {
  let made = 0
  for (const { name, plan } of sections)
    for (const step of await plan(live)) {
      signal?.throwIfAborted()
      await step.run()
      made++
      told({ section: name, said: step.said })
    }
  return made
}
