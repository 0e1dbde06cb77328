// getMore and killCursors
import { documentOf, type Value } from '../bson/values.ts'
import { namespaceOf, type Command, type Context } from './context.ts'
import { refuse } from './errors.ts'

function cursorId(value: Value | undefined): bigint {
  if (typeof value === 'bigint') return value
  return typeof value === 'number' ? BigInt(value) : refuse(14, 'a cursor id must be a long')
}

/** Cursors of commands that are not about one collection have names of their own (`$cmd.…`). */
function cursorNamespace({ args, database }: Context, collection: Value | undefined): string {
  return typeof collection === 'string' && collection.startsWith('$cmd')
    ? `${database}.${collection}`
    : namespaceOf(database, collection, args.of)
}

/** `getMore`: the next batch of a cursor. */
export const getMore: Command = {
  fields: ['collection', 'batchSize', 'term', 'lastKnownCommittedOpTime'],
  async run(context) {
    const { args, parts } = context
    const size = args.whole('batchSize', 0) ?? 0
    const namespace = cursorNamespace(context, args.document.get('collection'))
    const id = cursorId(args.document.get('getMore'))
    return {
      fields: new Map(),
      batch: await parts.cursors.next(id, namespace, size > 0 ? size : Infinity, context.tick),
    }
  },
}

/** `killCursors`: closes cursors of one collection. */
export const killCursors: Command = {
  fields: ['cursors'],
  async run(context) {
    const namespace = cursorNamespace(context, context.args.document.get('killCursors'))
    const killed: bigint[] = []
    const missing: bigint[] = []
    for (const value of context.args.list('cursors') ?? []) {
      const id = cursorId(value)
      ;((await context.parts.cursors.kill(id, namespace)) ? killed : missing).push(id)
    }
    return documentOf(
      ['cursorsKilled', killed],
      ['cursorsNotFound', missing],
      ['cursorsAlive', []],
      ['cursorsUnknown', []],
    )
  },
}
