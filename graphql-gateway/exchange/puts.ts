// The records of a source alone, for those who read it without importing.
import type { Put, Scope, Source } from '@shuxiang/record/source'

/** Every record that the source has, in its order. */
export async function* putsOf(source: Source, scope: Scope, signal: AbortSignal): AsyncGenerator<Put> {
  for await (const change of source.changes({ scope, since: null, resume: null, signal }))
    if (change.type === 'put') yield change
}
