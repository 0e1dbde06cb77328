// Notice, Contact, LendingRules, LibraryEvent: what is kept, as the graph has it.
import { textsOf } from '@shuxiang/subgraph-kit'
import type { Resolvers } from '../schema/types.generated.ts'
import { keyOf } from '../store/documents.ts'

type SayingTypes = 'Notice' | 'LibraryEvent' | 'Contact' | 'Telephone' | 'Complaints' | 'LendingRules'
/** Other fields are as they are kept. */
type Some = { readonly [Name in SayingTypes]: Partial<NonNullable<Resolvers[Name]>> }

export const sayingTypes = {
  Notice: {
    id: ({ _id }) => _id,
    key: keyOf,
    title: ({ value }) => textsOf(value.title),
    text: ({ value }) => textsOf(value.text),
    urgent: ({ value }) => value.urgent,
    pinned: ({ value }) => value.pinned,
    from: ({ value }) => value.from,
    until: ({ value }) => value.until,
    link: ({ value }) => value.link,
    changedAt: ({ changedAt }) => changedAt.toISOString(),
  },
  LibraryEvent: {
    id: ({ _id }) => _id,
    key: keyOf,
    title: ({ value }) => textsOf(value.title),
    text: ({ value }) => textsOf(value.text),
    begins: ({ value }) => value.begins,
    ends: ({ value }) => value.ends,
    place: ({ value }) => textsOf(value.place),
    link: ({ value }) => value.link,
    audience: ({ value }) => textsOf(value.audience),
    state: ({ value }) => value.state,
    changedAt: ({ changedAt }) => changedAt.toISOString(),
  },
  Contact: {
    address: ({ address }) => textsOf(address),
    directions: ({ directions }) => textsOf(directions),
    access: ({ access }) => textsOf(access),
  },
  Telephone: { name: ({ name }) => textsOf(name) },
  Complaints: { text: ({ text }) => textsOf(text) },
  LendingRules: { text: ({ text }) => textsOf(text) },
} satisfies Some
