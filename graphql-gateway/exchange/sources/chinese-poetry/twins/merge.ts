// One record of several descriptions of a work: all titles, all places, and every address it had.
import type { RecordContent } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import { subject } from '../describe.ts'
import type { Mending } from '../mend.ts'
import { simplified } from '../simplified.ts'
import { withWitnesses, witnessOfInput } from '../witnesses/entry.ts'
import type { Twins } from './find.ts'

/** `kept` with what `others` say beside it. */
export function mergedEntry(kept: Entry, others: readonly Entry[], twins: Twins): Entry {
  return {
    make() {
      const made = kept.make()
      const more = others.map((other) => other.make())
      const record = merged(
        made.input.record,
        more.map(({ input }) => input.record),
        twins,
      )
      const named = new Set(record.agents.map(({ agentId }) => agentId))
      return {
        input: withWitnesses(
          { ...made.input, record },
          more.flatMap(({ input }) => witnessOfInput(input) ?? []),
        ),
        persons: [...made.persons, ...more.flatMap(({ persons }) => persons)].filter(({ id }) =>
          named.has(id),
        ),
        mendings: [...(made.mendings ?? []), ...more.map(() => again), ...doubts(twins)],
      }
    },
  }
}

const again: Mending = 'work: given again, made one record'

function doubts({ authors, sure }: Twins): readonly Mending[] {
  if (authors.length < 2) return []
  return [
    sure === null
      ? 'work: under several authors, said to be attributed to each'
      : 'work: under several authors, one vouched for by an anthology',
  ]
}

/** The record that stands for all. Its own title, text and collection stay. */
export function merged(
  kept: RecordContent,
  others: readonly RecordContent[],
  twins: Pick<Twins, 'authors' | 'sure'>,
): RecordContent {
  const places = others.flatMap(({ collection }) =>
    collection && collection.id !== kept.collection?.id ? [collection.label] : [],
  )
  return {
    ...kept,
    alternativeTitles: distinct(
      [...kept.alternativeTitles, ...others.flatMap((each) => [each.title, ...each.alternativeTitles])],
      [kept.title],
    ).slice(0, 20),
    agents: agentsOf(kept, others, twins),
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

function agentsOf(
  kept: RecordContent,
  others: readonly RecordContent[],
  { authors, sure }: Pick<Twins, 'authors' | 'sure'>,
): RecordContent['agents'] {
  if (authors.length < 2) return kept.agents
  const all = [kept, ...others].flatMap(({ agents }) => agents)
  return authors.flatMap((author) => {
    const found = all.find(({ name }) => name === author)
    return found ? [{ ...found, role: author === sure ? ('author' as const) : ('attributed' as const) }] : []
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
