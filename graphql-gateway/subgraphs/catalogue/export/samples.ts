// What the tests of the exports cite: a poem, a work in chapters, and how to cite them.
import { kindsOf, type RecordContent } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'
import { facets } from '@shuxiang/vocabulary'
import { catalogueKinds } from '../kinds/index.ts'
import type { Cited, CitedRecord } from './cited.ts'

const kinds = kindsOf(catalogueKinds, facets)
const updatedAt = new Date('2026-11-22T10:20:30Z')

export function cited(record: RecordContent, more: Partial<Cited> = {}): Cited {
  const whole: CitedRecord = { ...record, updatedAt }
  const kind = kinds.of(record.kind)
  return {
    record: whole,
    kind,
    chapter: null,
    origin: 'https://example.org',
    accessed: '2026-11-02',
    ...more,
  }
}

export function person(
  name: string,
  role: RecordContent['agents'][number]['role'],
): RecordContent['agents'][number] {
  return { name, role, agentId: null, type: 'person' }
}

export const poem: RecordContent = recordWith({
  id: 'p1',
  kind: 'poem',
  title: '靜夜思',
  agents: [{ name: '李白', role: 'author', agentId: 'alibai', type: 'person' }],
  period: { id: 'tang', label: '唐' },
  collection: { id: 'quantangshi', label: '全唐诗' },
  language: 'lzh-Hant',
  form: '五言绝句',
  subjects: [{ label: '唐诗三百首', scheme: null, code: null }],
  identifiers: [{ scheme: 'test', value: 'p1' }],
  source: { name: 'test', url: 'https://example.org/', licence: 'MIT' },
})

export const analects: RecordContent = {
  ...poem,
  id: 'b1',
  kind: 'book',
  title: '论语',
  agents: [person('孔子', 'attributed')],
  contents: Array.from({ length: 20 }, (_, i) => ({ n: i + 1, title: `第${i + 1}篇` })),
}
