// findAndModify
import { compileProjection } from '../engine/projection.ts'
import { documentOf, type Document } from '../bson/values.ts'
import type { WriteCommand } from './context.ts'
import { removeMatches } from './delete.ts'
import { refuse } from './errors.ts'
import { readUpdate, updateMatches } from './update.ts'

/** `findAndModify`: updates, replaces or removes one document and answers it as it was or as it is. */
export const findAndModify: WriteCommand = {
  fields: [
    'query',
    'sort',
    'remove',
    'update',
    'new',
    'fields',
    'upsert',
    'bypassDocumentValidation',
    'collation',
    'arrayFilters',
    'hint',
    'let',
  ],
  writes: true,
  run(context) {
    const { args } = context
    const filter = args.embedded('query') ?? new Map()
    const sort = args.embedded('sort') ?? new Map()
    const hint = args.document.get('hint')
    const variables = args.embedded('let')
    const collation = args.embedded('collation')
    const environment = context.environment(variables, collation)
    // Compiled before anything is changed, so that a mistake in it changes nothing.
    const project = compileProjection(args.embedded('fields') ?? new Map(), environment)
    const answer = (outcome: Document, found: Document | null): Document =>
      documentOf(['lastErrorObject', outcome], ['value', found && project(found)])
    if (args.flag('remove')) {
      if (args.has('update')) refuse(9, 'Cannot specify both an update and remove=true')
      if (args.flag('new'))
        refuse(
          9,
          "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
        )
      if (args.flag('upsert')) refuse(9, 'Cannot specify both upsert=true and remove=true')
      const { count, first } = removeMatches(
        context,
        context.namespace(),
        { filter, sort, hint, limit: 1 },
        environment,
      )
      return answer(documentOf(['n', count]), first)
    }
    const spec = args.document.get('update') ?? refuse(9, 'Either an update or remove=true must be specified')
    const done = updateMatches(context, context.namespace(), {
      filter,
      update: readUpdate(spec),
      many: false,
      upsert: args.flag('upsert'),
      arrayFilters: args.documents('arrayFilters'),
      sort,
      hint,
      variables,
      collation,
      unchecked: args.flag('bypassDocumentValidation'),
    })
    const outcome = documentOf(
      ['n', done.upserted === undefined ? done.matched : 1],
      ['updatedExisting', done.matched > 0],
    )
    if (done.upserted !== undefined) outcome.set('upserted', done.upserted)
    return answer(outcome, args.flag('new') ? done.after : done.before)
  },
}
