// For tests: registries of cards.
import type { CardRegistry } from '../ports.ts'

const nobody = (): Promise<never> => Promise.reject(new Error('nobody asks for cards here'))

/** For tests of something else. */
export const noCards: CardRegistry = {
  check: nobody,
  put: nobody,
  issueCode: nobody,
  list: nobody,
  waiting: nobody,
  those: nobody,
}
