// Changes of a source that always gives the same entries in the same order: how many were given is the token.
import { TokenUnknown, type Change, type Entry } from '@shuxiang/record/source'

/** Entries between two checkpoints. */
const checkpointEvery = 50

/** Entries before the place are read and not made. Errors: `TokenUnknown` for a token that is no place among them. */
export async function* numbered(
  entries: AsyncIterable<Entry>,
  resume: string | null,
): AsyncGenerator<Change> {
  const from = resume === null ? 0 : Number(resume)
  if (!Number.isSafeInteger(from) || from < 0) throw new TokenUnknown(`"${resume}" is no number of entries.`)
  let given = 0
  for await (const entry of entries) {
    given++
    if (given <= from) continue
    yield { type: 'put', make: () => entry.make() }
    if (given % checkpointEvery === 0) yield { type: 'checkpoint', token: String(given) }
  }
  if (given < from) throw new TokenUnknown(`There are ${given} entries, and ${from} were taken before.`)
  if (given % checkpointEvery !== 0) yield { type: 'checkpoint', token: String(given) }
}
