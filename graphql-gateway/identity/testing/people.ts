// A few people for tests of the protocol, and pages that say their name only.
import type { Account } from '../people/index.ts'
import type { Accounts } from '../provider/contract.ts'
import type { ProtocolPages } from '../provider/contract.ts'

const person = (more: Partial<Account> & Pick<Account, 'id' | 'username'>): Account => ({
  names: [more.username],
  createdAt: new Date(0),
  enabled: true,
  roles: ['reader', 'reader-verified'],
  attributes: {
    display_name: undefined,
    home_library: undefined,
    age_band: 'adult',
    card_activation: undefined,
  },
  requiredActions: [],
  hasDevice: false,
  ...more,
})

/** A reader of Xuhui, a child of Dunhuang, and a national administrator with a device. */
export const testPeople: readonly Account[] = [
  person({
    id: 'a1c0b1a4-0001-4000-8000-000000000001',
    username: 'sh-xuhui/10001',
    attributes: {
      display_name: '小明',
      home_library: 'sh-xuhui',
      age_band: 'adult',
      card_activation: undefined,
    },
  }),
  person({
    id: 'a1c0b1a4-0002-4000-8000-000000000002',
    username: 'gs-dunhuang/10001',
    roles: ['reader'],
    attributes: {
      display_name: undefined,
      home_library: 'gs-dunhuang',
      age_band: 'under-14',
      card_activation: undefined,
    },
  }),
  person({
    id: 'a1c0b1a4-0003-4000-8000-000000000003',
    username: 'national-admin',
    roles: ['reader', 'reader-verified', 'staff', 'national-editor', 'national-admin', 'auditor'],
    hasDevice: true,
  }),
]

export const accountsOf = (people: readonly Account[]): Accounts => ({
  find: async (id) => people.find((one) => one.id === id) ?? null,
})

const headers = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }

export const testPages: ProtocolPages = {
  signOut: (_, { action, fields }) => ({
    html: `sign-out <form action="${action}"><input name="xsrf" value="${fields['xsrf'] ?? ''}"></form>`,
    headers,
  }),
  signedOut: () => ({ html: 'signed-out', headers }),
  error: (_, { code }) => ({ html: `error ${code}`, headers }),
}
