// Client policies and their profiles: what a program may make of clients. Keycloak takes each list whole.
import { z } from 'zod'
import { differences, type Section, type Step } from './step.ts'

const list = z.array(z.object({ name: z.string() }).catchall(z.unknown())).default([])
const profilesShape = z.object({ profiles: list })
const policiesShape = z.object({ policies: list })
type Item = z.infer<typeof list>[number]

export const policies: Section = {
  name: 'client policies',
  async plan({ realm, admin }) {
    const profiles = (await admin.get('/client-policies/profiles', profilesShape))?.profiles ?? []
    const rules = (await admin.get('/client-policies/policies', policiesShape))?.policies ?? []
    return [
      ...brought(profiles, realm.clientProfiles.profiles, (all) =>
        admin.put('/client-policies/profiles', { profiles: all }),
      ),
      ...brought(rules, realm.clientPolicies.policies, (all) =>
        admin.put('/client-policies/policies', { policies: all }),
      ),
    ]
  },
}

/** One step for the list: those of ours as they should be, those of others as they are. */
function brought(
  live: readonly Item[],
  wanted: readonly (Readonly<Record<string, unknown>> & { readonly name: string })[],
  put: (all: readonly object[]) => Promise<void>,
): readonly Step[] {
  const present = new Map(live.map((item) => [item.name, item]))
  const lines = wanted.flatMap((item) => {
    const one = present.get(item.name)
    if (one === undefined) return [`${item.name}: new`]
    return differences(one, item).map((line) => `${item.name}: ${line}`)
  })
  if (lines.length === 0) return []
  const all = [...new Map([...present, ...wanted.map((item) => [item.name, item] as const)]).values()]
  return [{ said: lines.join('; '), run: () => put(all) }]
}
