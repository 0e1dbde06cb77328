// Cards open accounts of the embedded provider.
import type { People } from '../people/account.ts'
import type { CardAccounts } from './card.ts'

export function accountsOfPeople(people: People): CardAccounts {
  return {
    has: async (account) => (await people.find(account)) !== null,
    async open({ reserved, username, password, attributes }) {
      const made = await people.create({ id: reserved, username, password, attributes })
      if (made !== 'taken') return made.id
      // An earlier call was cut short after this step, or the reader has a new code for a forgotten password.
      const there = await people.find(reserved)
      if (there === null || there.username !== username || !there.enabled) return 'taken'
      return (await people.setPassword(reserved, password)) ? reserved : 'taken'
    },
    addName: (account, username) => people.addName(account, username),
  }
}
