// Settings of the realm itself, its texts and the profile of its accounts.
import { z } from 'zod'
import { profileOf, type Realm } from '../realm/index.ts'
import { holds } from '../provisioner/difference.ts'
import { at, differences, isRecord, type Section, shown, without } from './step.ts'

/** Fields of the file that are no settings: other sections bring them, at addresses of their own. */
const elsewhere = [
  'realm',
  'roles',
  'groups',
  'defaultRole',
  'adminPermissionsClient',
  'clientScopes',
  'defaultDefaultClientScopes',
  'defaultOptionalClientScopes',
  'clients',
  'scopeMappings',
  'clientScopeMappings',
  'clientProfiles',
  'clientPolicies',
  'components',
  'authenticationFlows',
  'authenticatorConfig',
  'browserFlow',
  'users',
  'localizationTexts',
] as const satisfies readonly (keyof Realm)[]
const notSettings: ReadonlySet<string> = new Set(elsewhere)

/** To what an operator adds something of their own, such as a listener of events. */
const additive = ['supportedLocales', 'eventsListeners', 'enabledEventTypes']

const record = z.record(z.string(), z.unknown())
const list = z.array(z.string())

export const settings: Section = {
  name: 'settings',
  async plan({ realm, admin }) {
    const live = (await admin.get('', record)) ?? {}
    const wanted: Record<string, unknown> = {}
    for (const [field, value] of Object.entries(realm)) {
      if (notSettings.has(field)) continue
      const present = live[field]
      if (!additive.includes(field)) wanted[field] = value
      else {
        const has = list.catch([]).parse(present)
        wanted[field] = [...has, ...without(list.parse(value), has)]
      }
    }
    return Object.entries(wanted).flatMap(([field, value]) => {
      const lines = differences(live, { [field]: value })
      if (lines.length === 0) return []
      // Keycloak replaces a record whole: what it has beside ours stays.
      const present = live[field]
      const sent = isRecord(value) && isRecord(present) ? { ...present, ...value } : value
      return [{ said: lines.join('; '), run: () => admin.put('', { [field]: sent }) }]
    })
  },
}

export const texts: Section = {
  name: 'texts',
  async plan({ realm, admin }) {
    const steps = []
    for (const [locale, wanted] of Object.entries(realm.localizationTexts)) {
      const path = `/localization/${at(locale)}`
      const lines = differences((await admin.get(path, record)) ?? {}, wanted)
      if (lines.length > 0)
        steps.push({
          said: `${locale}: ${lines.join('; ')}`,
          // Those that are not named stay.
          run: async () => void (await admin.post(path, wanted)),
        })
    }
    return steps
  },
}

const profileShape = z
  .object({ attributes: z.array(z.object({ name: z.string() }).catchall(z.unknown())) })
  .catchall(z.unknown())

export const profile: Section = {
  name: 'profile of accounts',
  async plan({ realm, admin }) {
    const live = (await admin.get('/users/profile', profileShape)) ?? { attributes: [] }
    const present = new Map(live.attributes.map((attribute) => [attribute.name, attribute]))
    const lines: string[] = []
    const brought = new Map<string, Readonly<Record<string, unknown>> & { readonly name: string }>(present)
    for (const [name, wanted] of profileOf(realm)) {
      const one = present.get(name)
      // One that is required of people asks them for it, and our file requires none.
      if (one !== undefined && holds(one, wanted) && !isRecord(one['required'])) continue
      lines.push(one === undefined ? `${name}: new` : `${name}: ${shown(one)} -> ${shown(wanted)}`)
      const { required: _, ...rest } = one ?? { required: undefined }
      brought.set(name, { ...rest, ...wanted })
    }
    if (lines.length === 0) return []
    const run = (): Promise<void> =>
      admin.put('/users/profile', { ...live, attributes: [...brought.values()] })
    return [{ said: lines.join('; '), run }]
  },
}
