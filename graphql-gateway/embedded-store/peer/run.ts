// Runs random cases on both servers and sorts what comes of them.
import fc from 'fast-check'
import { connectTo } from '../conformance/behaviour/connection.ts'
import { documentOf } from '../bson/values.ts'
import type { PeerCase } from './case.ts'
import { cases } from './cases.ts'
import { outcomeOf, text, type Outcome } from './compare.ts'
import { knownDifferences, peerGivesUp } from './known-differences.ts'

/** What came of a run. */
export interface PeerReport {
  readonly compared: number
  /** Both gave the same answer. */
  readonly same: number
  /** Both refused. */
  readonly refused: number
  /** The peer does not know what was asked, or broke down. */
  readonly givenUp: number
  /** Known differences by name. */
  readonly known: ReadonlyMap<string, number>
  /** Differences nobody has explained, the smallest of each kind of operation. */
  readonly unexplained: readonly string[]
}

/** Where both servers are: the path of our socket, the port of the peer. */
export interface PeerRun {
  readonly ours: string
  readonly peer: number
  readonly runs: number
  readonly seed: number
}

/** Compares so many cases. */
export async function compareServers({ ours, peer, runs, seed }: PeerRun): Promise<PeerReport> {
  const counts = { same: 0, refused: 0, givenUp: 0 }
  const known = new Map<string, number>()
  const unexplained = new Map<string, string>()
  const connection = await connectTo(ours)
  try {
    for (const [i, one] of fc.sample(cases, { numRuns: runs, seed }).entries()) {
      const database = `case${i}`
      const [mine, other] = [await outcomeOf(connection, one, database), await ask(peer, one, database)]
      await connection.run(documentOf(['dropDatabase', 1], ['$db', database]))
      if (
        'answer' in mine && 'answer' in other
          ? mine.answer === other.answer
          : 'error' in mine && 'error' in other
      )
        counts['error' in mine ? 'refused' : 'same']++
      else if (peerGivesUp(other)) counts.givenUp++
      else {
        const rule = knownDifferences.find(({ applies }) => applies(one, mine, other))
        if (rule) known.set(rule.name, (known.get(rule.name) ?? 0) + 1)
        else keepSmallest(unexplained, one, mine, other)
      }
    }
  } finally {
    connection.close()
  }
  return { compared: runs, ...counts, known, unexplained: [...unexplained.values()] }
}

/** Asks the peer on a connection of its own: it closes the one it breaks down on. */
async function ask(port: number, one: PeerCase, database: string): Promise<Outcome> {
  const connection = await connectTo(port)
  try {
    return await outcomeOf(connection, one, database)
  } catch (error) {
    return { error: -1, message: error instanceof Error ? error.message : String(error) }
  } finally {
    connection.close()
  }
}

function keepSmallest(kept: Map<string, string>, one: PeerCase, mine: Outcome, other: Outcome): void {
  const described = [
    `documents  ${text([...one.documents])}`,
    `${one.name}  ${one.fields.map(([name, value]) => `${name} ${text(value)}`).join(', ')}`,
    `ours  ${JSON.stringify(mine)}`,
    `peer  ${JSON.stringify(other)}`,
  ].join('\n')
  const before = kept.get(one.kind)
  if (before === undefined || described.length < before.length) kept.set(one.kind, described)
}
