// What readers of tests keep, and the questions that they ask.
import type { AccountPorts } from './ports.ts'

/** Enough of a list to see what became of it. */
export const listFields =
  'id isShelf name count capacity removedAt items(first: 100) { totalCount edges { node { recordId title addedAt } } }'

export interface AnsweredList {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly items: { readonly edges: readonly { readonly node: { readonly recordId: string } }[] }
}

export const record = (recordId: string, more: object = {}) => ({
  recordId,
  title: `书 ${recordId}`,
  kind: 'book',
  ...more,
})

export const held = ({ items }: AnsweredList): readonly string[] =>
  items.edges.map(({ node }) => node.recordId)

/** A product of this subgraph alone. */
export const ports: AccountPorts = {
  cards: { claim: async () => 'refused', claimedBy: async () => [], letGo: async () => {} },
  everythingOf: async (subject) => ({ login: { subject } }),
  isStaff: async (subject) => subject.startsWith('staff'),
  sessions: { of: async () => [], end: async () => {} },
  cardsOf: async () => [],
  accountPages: null,
}
