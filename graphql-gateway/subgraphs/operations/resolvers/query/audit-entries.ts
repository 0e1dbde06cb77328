// Query.auditEntries
import { badInput, permit, signedIn } from '@shuxiang/subgraph-kit'
import { mostEntries } from '../../bounds.ts'
import type { OperationsPorts } from '../../ports.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { permitAt } from '../named-library.ts'

export const auditEntries =
  (ports: Pick<OperationsPorts, 'audit' | 'isLibrary'>): QueryResolvers['auditEntries'] =>
  async (_, { library = null, mine, first, before = null }, context) => {
    const { subject } = signedIn(context)
    // Of one's own is what one did, wherever: then the library only narrows the list.
    if (mine) await permit(context, 'audit.read', { owner: subject })
    else if (library === null) await permit(context, 'audit.read', { name: 'library:all' })
    else await permitAt(ports, context, 'audit.read', library)
    const limit = first ?? 50
    if (!Number.isInteger(limit) || limit < 1 || limit > mostEntries)
      throw badInput(`first: give a whole number from 1 to ${mostEntries}; before leads on.`)
    return (await ports.audit()).entries({
      ...(library === null ? {} : { library }),
      ...(mine ? { actor: subject } : {}),
      ...(before === null ? {} : { before }),
      limit,
    })
  }
