// Parent of the fields of `Witness`: one text of a work, the record's own or another.
import type { Paragraph } from '@shuxiang/record'
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { textById, witnessesById } from '../loaders.ts'

export interface WitnessNode {
  readonly id: string
  readonly isOwn: boolean
  readonly source: { readonly id: string; readonly label: string }
  readonly title: string
  readonly agents: readonly string[]
  readonly language: string
  readonly text: readonly Paragraph[]
  /** All texts of the work, this one among them, the record's own first. */
  readonly all: readonly WitnessNode[]
}

/** What must be read of a record to tell its texts. */
export const witnessNeeds = [
  '_id',
  'title',
  'agents',
  'collection',
  'source',
  'language',
  'textLength',
  'witnessCount',
  'withdrawn',
] as const satisfies readonly (keyof RecordDoc)[]

/** By what the store gave: several fields of one request tell of the same texts. */
const nodes = new WeakMap<object, readonly WitnessNode[]>()

/** The texts of a work, its own first; none for a record that has only one, which costs no trip. */
export async function textsOfWork(
  doc: Pick<RecordDoc, (typeof witnessNeeds)[number]>,
  context: SubgraphContext,
): Promise<readonly WitnessNode[]> {
  if (doc.withdrawn || doc.textLength === 0 || !doc.witnessCount) return []
  const [own, others] = await Promise.all([textById(context, doc._id), witnessesById(context, doc._id)])
  if (!own || !others) return []
  const known = nodes.get(others)
  if (known) return known
  const all: WitnessNode[] = []
  all.push(
    {
      id: doc._id,
      isOwn: true,
      source: doc.collection ?? { id: doc.source.name, label: doc.source.name },
      title: doc.title,
      agents: doc.agents.map(({ name }) => name),
      language: doc.language,
      text: own.paragraphs,
      all,
    },
    ...others.witnesses.map(({ witness, source, title, agents, language, paragraphs }) => ({
      id: witness,
      isOwn: false,
      source,
      title,
      agents,
      language,
      text: paragraphs,
      all,
    })),
  )
  nodes.set(others, all)
  return all
}
