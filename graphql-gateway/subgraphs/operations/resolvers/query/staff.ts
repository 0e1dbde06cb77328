// Query.staff, and what there is to say of who asks.
import { actions, can, holds, type Action, type GlobalRole, type Person } from '@shuxiang/permissions'
import { permit, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type {
  NationalRole,
  QueryResolvers,
  StaffLibrary,
  StaffResolvers,
} from '../../schema/types.generated.ts'
import { know } from '../../store/people.ts'
import { secondsOf } from '../deed.ts'
import { placeOf } from '../place-of.ts'
import { roleNames } from '../names.ts'

export const staff: QueryResolvers['staff'] = async (_, _args, context) => {
  const { principal } = context
  if (principal.kind === 'anonymous' || principal.client !== 'console') return null
  await permit(context, 'own.manage', { owner: principal.subject })
  if (principal.roles.some((role) => nationalRoles[role]) || principal.memberships.length > 0)
    await know(context.db, principal)
  return principal
}

export const Staff: Required<Pick<StaffResolvers, 'roles' | 'actions' | 'libraries'>> = {
  roles: ({ roles }) =>
    roles.flatMap((role) => {
      const name = nationalRoles[role]
      return name === undefined ? [] : [name]
    }),
  actions: (person, _args, context) => actionsAt(person, null, context),
  libraries(person, _args, context) {
    const held = person.memberships.filter((each) => holds(each, secondsOf(context)))
    const ids = [...new Set(held.map(({ library }) => library))].sort()
    return ids.map((library): StaffLibrary => ({
      library,
      place: placeOf(library),
      roles: held
        .filter((each) => each.library === library)
        .map(({ role, expires }) => ({
          role: roleNames[role],
          expires: expires === null ? null : new Date(expires * 1000).toISOString(),
        })),
      actions: actionsAt(person, library, context),
    }))
  },
}

const nationalRoles: Partial<Readonly<Record<GlobalRole, NationalRole>>> = {
  'national-editor': 'NATIONAL_EDITOR',
  'national-admin': 'NATIONAL_ADMIN',
  auditor: 'AUDITOR',
}

/** With a second factor of this moment, and where a second person is asked for as that person. */
function actionsAt(person: Person, library: string | null, context: SubgraphContext): readonly Action[] {
  const now = secondsOf(context)
  const confirmed: Person = { ...person, level: 2, authenticatedAt: now }
  return actions.filter((action) => {
    const decision = can(confirmed, action, { library }, { now })
    return decision.allowed || decision.reason === 'second-person'
  })
}
