// Types of invitations.
import { hasLapsed, type InvitationDoc } from '../../invitations/documents.ts'
import type { InvitationState, Resolvers } from '../../schema/types.generated.ts'
import { stepTo, type Step } from '../../store/documents.ts'
import { membershipsOf } from '../../store/in-effect.ts'
import { nowOf } from '../deed.ts'
import { placeOf } from '../place-of.ts'
import { roleNames } from '../names.ts'

const stateOf = (doc: InvitationDoc, now: Date): InvitationState => {
  if (doc.state === 'accepted') return 'ACCEPTED'
  if (doc.state === 'declined') return 'DECLINED'
  if (doc.state === 'revoked') return 'REVOKED'
  return hasLapsed(doc, now) ? 'LAPSED' : 'OPEN'
}

/** Every invitation that is shown was made. */
function invited(doc: InvitationDoc): Step {
  const step = stepTo(doc, 'open')
  if (!step) throw new Error(`The invitation ${doc._id} does not tell who made it.`)
  return step
}

const shared = {
  role: ({ role }) => roleNames[role],
  state: (doc, _args, context) => stateOf(doc, nowOf(context)),
  until: ({ until }) => until.toISOString(),
  expires: ({ expires }) => expires.toISOString(),
  invited,
} satisfies Partial<NonNullable<Resolvers['Invitation']>>

/** Other fields are as they are kept. */
type Some = { readonly [Name in 'Invitation' | 'InvitationSeen']: Partial<NonNullable<Resolvers[Name]>> }

export const invitationTypes = {
  Invitation: {
    ...shared,
    id: ({ _id }) => _id,
    decided: (doc) => stepTo(doc, 'accepted', 'declined', 'revoked'),
  },
  InvitationSeen: {
    ...shared,
    place: ({ library }) => placeOf(library),
    confirmed: ({ role }) => role === 'branch-admin',
    mine: (doc, _args, { principal }) => principal.kind === 'person' && invited(doc).by === principal.subject,
    async held({ library, role }, _args, context) {
      const { principal, db } = context
      if (principal.kind !== 'person') return false
      const now = nowOf(context).getTime() / 1000
      return (await membershipsOf(db, principal.subject)).some(
        (each) => each.library === library && each.role === role && (each.expires ?? Infinity) > now,
      )
    },
  },
} satisfies Some
