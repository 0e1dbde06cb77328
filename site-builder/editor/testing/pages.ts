/** The editor as the portal makes it, with a librarian at the desk and answers by the name of the operation. */
import type { Session } from '@shuxiang/sdk/contract'
import { pagesOf, type Answers } from '@shuxiang/sdk/testing'
import { siteEditor } from '../definition.ts'
import type { EditedPageData, EditedSiteData } from '../operations.generated.ts'

export const pages = pagesOf(siteEditor)

export const atWork: Session = {
  status: 'signed-in',
  name: '沈砚',
  library: 'n33',
  reader: 'r1',
  staff: true,
  level: 2,
}

const zh = (text: string) => [{ language: 'zh-CN', text }]
const at = '2026-11-20T08:00:00Z'

export const site: NonNullable<EditedSiteData['editedSite']> = {
  id: 'n33',
  rev: 3,
  names: zh('浙江图书馆'),
  seal: '浙江',
  logo: null,
  theme: 'national',
  themes: ['national', 'bamboo'],
  menu: [{ path: '/', words: zh('首页') }],
  languages: ['zh-CN', 'en'],
  filings: { icp: '', publicSecurity: '' },
  reviewSteps: 1,
  pages: [
    {
      ...{ id: 'page-home', path: '/', title: zh('浙江图书馆'), rev: 4, state: 'PUBLISHED' },
      ...{ changedAt: at, changedBy: 'n33/editor-1', clashCount: 0 },
    },
    {
      ...{ id: 'page-about', path: '/about', title: zh('本馆介绍'), rev: 1, state: 'NEW' },
      ...{ changedAt: at, changedBy: null, clashCount: 0 },
    },
  ],
  removed: [],
  mostPages: 200,
}

export const home: NonNullable<EditedPageData['editedPage']> = {
  ...{ id: 'page-home', site: 'n33', path: '/', rev: 4, state: 'PUBLISHED' },
  ...{ changedAt: at, changedBy: 'n33/editor-1', outdated: [], clashes: [] },
  document: JSON.stringify({
    schema: 1,
    meta: { title: { 'zh-CN': '浙江图书馆' } },
    root: ['words', 'shelf'],
    blocks: {
      words: {
        ...{ type: 'quotation', v: 1, slots: {} },
        fields: { text: { 'zh-CN': '书山有路勤为径' } },
      },
      shelf: {
        ...{ type: 'resource-shelf', v: 2, slots: {} },
        fields: {
          title: { 'zh-CN': '新书' },
          source: { from: 'query', query: '', filter: [], sort: 'POPULAR', first: 12 },
          ...{ look: 'covers', whenEmpty: 'hide' },
        },
      },
    },
  }),
}

export const answers: Answers = {
  EditedSite: { data: { editedSite: site } },
  EditedPage: { data: { editedPage: home } },
}
