// One record of several descriptions of a work: all titles, all places, and every address it had.
import type { RecordContent } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import { subject } from '../describe.ts'
import type { Mending } from '../mend.ts'
import { simplified } from '../simplified.ts'
import { withWitnesses, witnessOfInput } from '../witnesses/entry.ts'
import { stableId } from '../ids.ts'
import { isLinked } from './lead.ts'

/** Of several authors the one who leads, and all of them. */
export interface Claims {
  readonly authors: readonly string[]
  readonly lead: string
}

/**
 * `kept` with what `others` say beside it. Where the first of them had the address of the work before, `at` is that
 * one: the text that leads the work may be chosen anew, its address and its copies in libraries stay.
 */
export function mergedEntry(kept: Entry, others: readonly Entry[], claims: Claims, at: Entry = kept): Entry {
  return {
    make() {
      const made = kept.make()
      const more = others.map((other) => ({ at: other === at, ...other.make() }))
      const address = more.find((one) => one.at)?.input ?? made.input
      const record = movedTo(
        address.record.id,
        merged(
          made.input.record,
          more.map(({ input }) => input.record),
          claims,
        ),
      )
      const named = new Set(record.agents.map(({ agentId }) => agentId))
      return {
        input: withWitnesses(
          { ...made.input, record, holdings: address.holdings },
          more.flatMap(({ input, at: moved }) => {
            const witness = witnessOfInput(input)
            if (witness === null) return []
            // Its own id is the record's now.
            return [moved ? { ...witness, id: stableId('w', witness.id) } : witness]
          }),
        ),
        persons: [...made.persons, ...more.flatMap(({ persons }) => persons)].filter(({ id }) =>
          named.has(id),
        ),
        mendings: [...(made.mendings ?? []), ...more.map(() => again), ...doubts(claims)],
      }
    },
  }
}

const again: Mending = 'work: given again, made one record'

function doubts({ authors }: Claims): readonly Mending[] {
  return authors.length < 2 ? [] : ['work: under several authors, one of them named first']
}

/** A record under the address of one that went into it. */
function movedTo(id: string, record: RecordContent): RecordContent {
  if (record.id === id) return record
  const former = (record.formerIds ?? []).filter((one) => one !== id)
  return { ...record, id, formerIds: [record.id, ...former] }
}

/** The record that stands for all. Its own title, text and collection stay. */
export function merged(kept: RecordContent, others: readonly RecordContent[], claims: Claims): RecordContent {
  const places = others.flatMap(({ collection }) =>
    collection && collection.id !== kept.collection?.id ? [collection.label] : [],
  )
  return {
    ...kept,
    alternativeTitles: distinct(
      [...kept.alternativeTitles, ...others.flatMap((each) => [each.title, ...each.alternativeTitles])],
      [kept.title],
    ).slice(0, 20),
    agents: agentsOf(kept, others, claims),
    form: kept.form ?? others.find(({ form }) => form !== null)?.form ?? null,
    subjects: distinct(
      [kept, ...others].flatMap(({ subjects }) => subjects.map(({ label }) => label)).concat(places),
      [],
    )
      .slice(0, 50)
      .map(subject),
    identifiers: [
      ...new Map(
        [kept, ...others]
          .flatMap(({ identifiers }) => identifiers)
          .map((each) => [JSON.stringify(each), each]),
      ).values(),
    ].slice(0, 20),
    formerIds: others.map(({ id }) => id).slice(0, 20),
  }
}

/** Who leads is the author; to the others only another text attributes it. */
function agentsOf(
  kept: RecordContent,
  others: readonly RecordContent[],
  { authors, lead }: Claims,
): RecordContent['agents'] {
  if (authors.length < 2) return kept.agents
  const all = [kept, ...others].flatMap(({ agents }) => agents)
  const together = isLinked(kept.title)
  const order = [lead, ...authors.filter((author) => author !== lead)]
  return order.flatMap((author) => {
    const found = all.find(({ name }) => name === author)
    return found
      ? [{ ...found, role: together || author === lead ? ('author' as const) : ('attributed' as const) }]
      : []
  })
}

/** Titles or subjects that say something else than those before them, in whatever script. */
function distinct(titles: readonly string[], before: readonly string[]): string[] {
  const letters = (title: string): string => simplified(title).replace(/[^\p{L}\p{N}]/gu, '')
  const had = new Set(before.map(letters))
  return titles.filter((title) => {
    const key = letters(title)
    return !had.has(key) && had.add(key)
  })
}
