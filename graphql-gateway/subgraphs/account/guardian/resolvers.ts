// The guardian: Me.children, child, hasGuardian; Child; Mutation.linkChild, unlinkChild, takeChild, askChildDeletion, cancelChildDeletion
import { badInput, permit, signedIn, unavailable, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { mostChildren } from '../bounds.ts'
import { askDeletion, cancelDeletion, deletionOf } from '../deletion/ask.ts'
import { fileOf, noteDeletion } from '../deletion/resolvers.ts'
import type { AccountPorts } from '../ports.ts'
import { nowOf, refuseLeaving } from '../resolvers/own.ts'
import type {
  ChildPlaceResolvers,
  ChildResolvers,
  MeResolvers,
  MutationResolvers,
} from '../schema/types.generated.ts'
import { shelfId } from '../store/ids.ts'
import { listById, listsOf, shelfOf } from '../store/read.ts'
import { linkId, type ChildDoc } from './documents.ts'
import { childrenOf, hasGuardian, link, linkById, lookAt, unlink, type Child } from './store.ts'

export const guardianActions = {
  'Mutation.linkChild': 'child.manage',
  'Mutation.unlinkChild': 'child.manage',
  'Mutation.takeChild': 'child.manage',
  'Mutation.askChildDeletion': 'child.leave',
  'Mutation.cancelChildDeletion': 'child.manage',
} as const

const outcomes = { refused: 'REFUSED', 'no-child': 'NO_CHILD', 'too-many': 'TOO_MANY' } as const
/** Longer than any that is one: of each as it is typed. */
const longestTyped = 200

type Ports = Pick<AccountPorts, 'cards' | 'everythingOf'>

export function guardianResolvers({ cards, everythingOf }: Ports) {
  const asked = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      throw unavailable(
        'The cards cannot be looked at now; try again in a moment.',
        error instanceof Error ? error : undefined,
      )
    })
  /** The link, if it is of who asks; null when there is none. Errors: FORBIDDEN for another's, which is audited. */
  const ownLink = async (
    context: SubgraphContext,
    id: string,
    action: 'child.manage' | 'child.leave',
  ): Promise<ChildDoc | null> => {
    const { subject } = signedIn(context)
    const found = /^[A-Za-z0-9_-]{24}$/.test(id)
      ? await linkById(context.db, id, { signal: context.signal })
      : null
    await permit(context, action, found ? { owner: found.owner, name: `child:${id}` } : { owner: subject })
    return found
  }
  /** The subject of a child. Errors: as above; BAD_USER_INPUT when who asks looks after no such child. */
  const ownChild = async (
    context: SubgraphContext,
    id: string,
    action: 'child.manage' | 'child.leave',
  ): Promise<string> => {
    const found = await ownLink(context, id, action)
    const [child] = found ? await asked(lookAt(context.db, cards, [found])) : []
    if (!child?.subject)
      throw badInput('id: give the id of a child whom you look after, who is under 14 and has an account.')
    return child.subject
  }

  const mutations = {
    async linkChild(_, { card, code }, context) {
      const { subject, homeLibrary } = signedIn(context)
      await permit(context, 'child.manage', { owner: subject })
      await refuseLeaving(context, subject)
      if (card.length > longestTyped || code.length > longestTyped)
        throw badInput(`card, code: give at most ${longestTyped} characters each.`)
      const typed = readCardName(card, homeLibrary ?? '')
      const known = await childrenOf(context.db, subject)
      const isKnown = known.some((each) => each._id === linkId(subject, `${typed.library}/${typed.card}`))
      // Before the code is looked at, which would be spent.
      if (known.length >= mostChildren && !isKnown) return { outcome: 'TOO_MANY', child: null }
      const answer = await asked(cards.claim({ ...typed, code, guardian: subject }))
      if (typeof answer === 'string') return { outcome: outcomes[answer], child: null }
      const made = await link(context.db, subject, answer, nowOf(context))
      if (!isKnown) await note(context, 'child-linked', made)
      const [child] = await asked(lookAt(context.db, cards, [made]))
      return { outcome: 'LINKED', child: child ?? null }
    },
    async unlinkChild(_, { id }, context) {
      const found = await ownLink(context, id, 'child.manage')
      if (!found) return false
      await asked(cards.letGo(found.owner, found.card))
      await note(context, 'child-unlinked', found)
      return unlink(context.db, id)
    },
    async takeChild(_, { id }, context) {
      return fileOf(await everythingOf(await ownChild(context, id, 'child.manage')), nowOf(context))
    },
    async askChildDeletion(_, { id }, context) {
      const child = await ownChild(context, id, 'child.leave')
      await noteDeletion(context, 'child.leave', child)
      return askDeletion(context.db, child, nowOf(context))
    },
    async cancelChildDeletion(_, { id }, context) {
      const child = await ownChild(context, id, 'child.manage')
      if ((await deletionOf(context.db, child)) === null) return false
      await noteDeletion(context, 'child.manage', child)
      await cancelDeletion(context.db, child, nowOf(context))
      return true
    },
  } satisfies Partial<MutationResolvers>

  const isAdult = ({ principal }: SubgraphContext): boolean =>
    principal.kind === 'person' && principal.ageBand === 'adult'

  const me = {
    children: async ({ owner }, _args, context) =>
      isAdult(context)
        ? asked(lookAt(context.db, cards, await childrenOf(context.db, owner, { signal: context.signal })))
        : [],
    async childPlace(_, { child: id, place }, context) {
      const found = await ownLink(context, id, 'child.manage')
      const [child] = found ? await asked(lookAt(context.db, cards, [found])) : []
      if (!child?.subject || !/^[A-Za-z0-9_-]{24}$/.test(place)) return null
      const options = { signal: context.signal }
      if (place === shelfId(child.subject)) return shelfOf(context.db, child.subject, nowOf(context), options)
      const list = await listById(context.db, place, options)
      return list?.owner === child.subject ? list : null
    },
    hasGuardian: ({ owner }, _args, { db, principal, signal }) =>
      principal.kind === 'person' && principal.ageBand === 'under-14'
        ? hasGuardian(db, owner, principal.username, { signal })
        : false,
  } satisfies Partial<MeResolvers>

  const ifSeen = <T>({ subject }: Child, see: (subject: string) => Promise<T>): Promise<T> | null =>
    subject === null ? null : see(subject)
  const child = {
    id: ({ link: { _id } }) => _id,
    card: ({ link: { card } }) => card.slice(card.indexOf('/') + 1),
    library: ({ link: { card } }) => ({ id: card.split('/')[0] ?? '' }),
    linkedAt: ({ link: { linkedAt } }) => linkedAt.toISOString(),
    places: (each, _args, context) =>
      ifSeen(each, async (subject) => {
        const options = { signal: context.signal }
        const [shelf, lists] = await Promise.all([
          shelfOf(context.db, subject, nowOf(context), options),
          listsOf(context.db, subject, options),
        ])
        return [shelf, ...lists]
      }),
    deletion: (each, _args, { db, signal }) => ifSeen(each, (subject) => deletionOf(db, subject, { signal })),
  } satisfies Partial<ChildResolvers>

  const place = {
    id: ({ _id }) => _id,
    isShelf: ({ shelf }) => shelf,
  } satisfies Partial<ChildPlaceResolvers>

  return { mutations, me, child, place }
}

/** The registry folds and judges what it is given; here only the two are told apart. */
function readCardName(
  typed: string,
  homeLibrary: string,
): { readonly library: string; readonly card: string } {
  const [first = '', ...rest] = typed.normalize('NFKC').trim().split('/')
  return rest.length === 0
    ? { library: homeLibrary, card: first }
    : { library: first.trim().toLowerCase(), card: rest.join('/').trim() }
}

/** Who looks after whom is in the audit log, by the link, which names nobody once it is gone. */
async function note(
  context: SubgraphContext,
  what: 'child-linked' | 'child-unlinked',
  { _id }: ChildDoc,
): Promise<void> {
  const { principal, audit, requestId } = context
  if (principal.kind === 'anonymous') return
  await audit.record({
    actor: principal.subject,
    client: principal.azp,
    action: 'child.manage',
    outcome: 'done',
    reason: null,
    library: null,
    object: `${what}:${_id}`,
    requestId,
  })
}
