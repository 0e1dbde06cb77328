// The front page of a library, captured over some years.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const webFixture: RecordInput = {
  record: recordWith({
    id: 'fxweb',
    kind: 'web',
    title: '青江省图书馆网站首页',
    agents: [{ name: '青江省图书馆', role: 'publisher', agentId: null, type: 'organisation' }],
    dates: [{ role: 'captured', edtf: '2019-04-01/2024-12-31' }],
    subjects: [{ label: '公共图书馆', scheme: null, code: null }],
    places: [{ label: '青江省', code: null }],
    form: '网页',
    abstract: '首页及其下两层页面，每季度采集一次。',
    rights: { label: '著作权由网站所有者享有', statement: 'https://rightsstatements.org/vocab/InC/1.0/' },
    access: { policy: 'onsite' },
    relations: [{ role: 'partOf', recordId: 'fxtopic', position: 17 }],
    prior: 8,
    details: { seed: 'http://www.example.org/', captureCount: 23, httpStatus: 200, mime: 'text/html' },
  }),
  texts: [],
  files: [],
  holdings: [],
}
