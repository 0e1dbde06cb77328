// Cards open accounts of the embedded provider.
import type { People } from '../people/account.ts'
import type { CardAccounts } from './card.ts'

/** What an account of a card may do; a login without a card is a reader's only. */
const provedByCard = ['reader', 'reader-verified'] as const

/** `endSessions` ends all of an account. */
export function accountsOfPeople(
  people: People,
  endSessions: (account: string) => Promise<void>,
): CardAccounts {
  return {
    has: async (account) => (await people.find(account)) !== null,
    async open({ reserved, username, password, attributes }) {
      const made = await people.create({ id: reserved, username, password, attributes, roles: provedByCard })
      if (made !== 'taken') return { account: made.id }
      // An earlier call was cut short after this step, or the reader has a new code for a forgotten password.
      const there = await people.find(reserved)
      if (there === null || there.username !== username || !there.enabled) return 'taken'
      return (await people.setPassword(reserved, password)) ? { account: reserved } : 'taken'
    },
    async release({ account, username }) {
      await people.removeName(account, username, { keeping: (role) => role !== 'reader-verified' })
      // Also where the name is gone already: an earlier call may have been cut short before this.
      await endSessions(account)
      return 'released'
    },
    addName: (account, username) => people.addName(account, username),
  }
}
