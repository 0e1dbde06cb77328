// A course of a term.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const courseFixture: RecordInput = {
  record: recordWith({
    id: 'fxcourse',
    kind: 'course',
    title: '中国古代文学史（先秦至唐）',
    agents: [
      { name: '林文远', role: 'lecturer', agentId: null, type: 'person' },
      { name: '青江大学', role: 'publisher', agentId: null, type: 'organisation' },
    ],
    dates: [
      { role: 'begins', edtf: '2025-09-01' },
      { role: 'ends', edtf: '2026-01-16' },
      { role: 'issued', edtf: '2025-08-20' },
    ],
    subjects: [{ label: '中国文学——古代文学史', scheme: null, code: null }],
    form: '公开课',
    abstract: '从《诗经》《楚辞》讲到盛唐诗歌，重在作品细读。',
    rights: {
      label: '知识共享 署名—非商业性使用 4.0',
      statement: 'https://creativecommons.org/licenses/by-nc/4.0/',
    },
    relations: [{ role: 'hasPart', recordId: 'fxlecture', position: 5 }],
    prior: 75,
    details: {
      level: '本科生',
      lectureCount: 24,
      duration: 64_800,
      syllabus: ['《诗经》', '楚辞', '汉乐府', '建安风骨', '盛唐气象'],
    },
  }),
  texts: [],
  files: [],
  holdings: [],
}
