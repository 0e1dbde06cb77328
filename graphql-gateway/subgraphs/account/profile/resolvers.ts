// Who a reader is here, and where each part of it is known from. Nothing of it is kept by this subgraph.
import { unavailable } from '@shuxiang/subgraph-kit'
import type { AccountPorts } from '../ports.ts'
import type { MeResolvers, ReaderProfileResolvers } from '../schema/types.generated.ts'

const bands = { 'under-14': 'UNDER_14', '14-17': 'FROM_14_TO_17', adult: 'ADULT' } as const

export function profileResolvers({ cardsOf, accountPages }: Pick<AccountPorts, 'cardsOf' | 'accountPages'>) {
  const profile: MeResolvers['profile'] = ({ owner }, _, { principal }) => {
    if (principal.kind !== 'person') throw new Error('whoever has a profile is signed in')
    const { username, homeLibrary, ageBand } = principal
    return { owner, username, homeLibrary, ageBand }
  }
  const fields = {
    homeLibrary: ({ homeLibrary }) => (homeLibrary === null ? null : { id: homeLibrary }),
    ageBand: ({ ageBand }) => (ageBand === null ? null : bands[ageBand]),
    pages: () => accountPages,
    async cards({ owner, username }) {
      const cards = await cardsOf(owner).catch((error: unknown) => {
        throw unavailable(
          'The cards cannot be listed now; try again in a moment.',
          error instanceof Error ? error : undefined,
        )
      })
      const named = username.includes('/') ? [{ username, blocked: false }] : []
      const all = [...named.filter((own) => cards.every((card) => card.username !== own.username)), ...cards]
      return all.map(({ username: name, blocked }) => ({
        number: name.slice(name.indexOf('/') + 1),
        library: { id: name.split('/')[0] ?? '' },
        signsIn: name === username,
        blocked,
      }))
    },
  } satisfies Partial<ReaderProfileResolvers>
  return { profile, fields }
}
