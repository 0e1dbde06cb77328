// Mutation.issueCardCodes
import { badInput, permitAt, unavailable } from '@shuxiang/subgraph-kit'
import { codesAtOnce } from '../../cards/bounds.ts'
import type { OperationsPorts } from '../../ports.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { noteDone } from '../deed.ts'

export const issueCardCodes =
  (ports: OperationsPorts): MutationResolvers['issueCardCodes'] =>
  async (_, { library, cards: asked }, context) => {
    await permitAt(ports, context, 'card.import', library)
    const usernames = [...new Set(asked)]
    if (usernames.length === 0 || usernames.length > codesAtOnce)
      throw badInput(`cards: give 1 to ${codesAtOnce} cards.`)
    // Those of the library by what is stored: a card of another one is none here.
    const cards = await ports.cards.those(library, usernames)
    if (cards.length < usernames.length) throw badInput('cards: one of them is no card of this library.')
    await noteDone(context, {
      ...{ action: 'card.issue-codes', library },
      object: `library:${library}`,
      reason: null,
      details: { cards: cards.length },
    })
    const issued = []
    for (const card of [...cards].sort((one, other) => (one.username < other.username ? -1 : 1))) {
      const code = await ports.cards.issueCode(card.username).catch((error: unknown) => {
        const { log, requestId } = context
        log.error({ err: error, requestId }, 'no codes can be issued')
        throw unavailable('No codes can be issued now. Tell whoever operates the installation.')
      })
      issued.push({ card: { ...card, hasCode: code !== null || card.hasCode }, code })
    }
    return issued
  }
