// The fifth lecture of the course.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const lectureFixture: RecordInput = {
  record: recordWith({
    id: 'fxlecture',
    kind: 'lecture',
    title: '屈原与《离骚》',
    agents: [{ name: '林文远', role: 'lecturer', agentId: null, type: 'person' }],
    dates: [{ role: 'issued', edtf: '2025-09-29' }],
    subjects: [{ label: '楚辞', scheme: null, code: null }],
    form: '讲座',
    abstract: '读《离骚》的结构与香草美人的传统。',
    rights: {
      label: '知识共享 署名—非商业性使用 4.0',
      statement: 'https://creativecommons.org/licenses/by-nc/4.0/',
    },
    relations: [{ role: 'partOf', recordId: 'fxcourse', position: 5 }],
    prior: 40,
    details: { series: '中国古代文学史（先秦至唐）', duration: 2712, level: '本科生' },
  }),
  texts: [],
  files: [],
  holdings: [],
}
