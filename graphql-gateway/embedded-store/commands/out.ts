// Carries out $out: the results take the place of everything in a collection, in one transaction.
import { collect } from '../engine/stages/stage.ts'
import type { OutTarget } from '../engine/pipeline.ts'
import type { Document } from '../bson/values.ts'
import { namespaceOf, type Context } from './context.ts'
import { prepared, validate } from './documents.ts'
import { describeFailure } from './errors.ts'
import { attempt } from './write-queue.ts'

/** Replaces the target's documents; its indexes and options stay. Held to the memory a stage may take. */
export async function replaceAll(
  context: Context,
  target: OutTarget,
  results: AsyncIterable<Document>,
): Promise<void> {
  const { catalogue, writes, newId } = context.parts
  const namespace = namespaceOf(target.database ?? context.database, target.collection, 'aggregate')
  const documents = await collect(results, '$out', context.environment())
  const unchecked = context.args.flag('bypassDocumentValidation')
  await attempt(writes, () => {
    const old = catalogue.tables.get(namespace)
    // Beside the old one until all is written; one transaction, so nobody sees the two.
    const table = catalogue.create(`${namespace}.$out`, old?.options ?? new Map())
    try {
      for (const index of old?.secondary ?? []) catalogue.finishIndex(table, catalogue.addIndex(table, index))
      for (const one of documents) {
        context.tick()
        if (!unchecked) validate(table, one)
        const { document, raw } = prepared(one, newId)
        table.insert(raw, document)
      }
    } catch (error) {
      if (describeFailure(error)) catalogue.drop(table)
      throw error
    }
    // A readers' scan of the old documents ends with an error rather than in the new ones.
    if (old) catalogue.drop(old)
    catalogue.rename(table, namespace)
  })
}
