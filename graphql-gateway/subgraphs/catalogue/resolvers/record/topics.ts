// Record.subjects, form and tune, each with the page of what it shares with others.
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { tuneOf } from '../../kinds/poem/tune.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'
import type { SubjectNode } from '../topic/node.ts'

/** A tune stands among the subjects, and has a page of its own sort. */
export const subjects = fieldOf<RecordDoc, RecordResolvers['subjects']>()(
  ['subjects', 'form', 'title'],
  subjectsOf,
)

export function subjectsOf(doc: Pick<RecordDoc, 'subjects' | 'form' | 'title'>): SubjectNode[] {
  const tuned = tuneOf(doc)
  return doc.subjects.map((each) => ({ ...each, facet: each.label === tuned ? 'tune' : 'subject' }))
}

export const formTopic = fieldOf<RecordDoc, RecordResolvers['formTopic']>()(['form'], ({ form }) =>
  form === null ? null : { facet: 'form', value: form, shown: form },
)

export const tune = fieldOf<RecordDoc, RecordResolvers['tune']>()(['subjects', 'form', 'title'], (doc) => {
  const found = tuneOf(doc)
  return found === null ? null : { facet: 'tune', value: found, shown: found }
})
