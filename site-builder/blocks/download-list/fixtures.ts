/** States of `download-list`. */
import { SiteFiles } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures } from '../testing/fixture.ts'

const title = { 'zh-CN': '表格与章程', en: 'Forms and rules' }
const file = (zh: string, en: string, facts?: string) => ({
  name: { 'zh-CN': zh, en },
  to: '/files/a.pdf',
  ...(facts === undefined ? {} : { facts: { 'zh-CN': facts, en: facts.replace('，', ', ') } }),
})
const files = [
  file('读者证申请表', 'Application for a card', 'PDF，180 KB'),
  file('借阅规则（2026 年修订）', 'Lending rules, revised 2026', 'PDF，1.2 MB'),
  file('志愿者报名表', 'Volunteer form', 'DOCX，64 KB'),
]

export const fixtures: BlockFixtures = {
  empty: { fields: { title, files: [] } },
  one: { fields: { title, files: files.slice(0, 1) } },
  many: { fields: { title, files } },
  long: {
    fields: {
      title,
      files: Array.from({ length: 12 }, () =>
        file(
          '余杭区图书馆关于征集地方文献、家谱、方志、碑刻拓片及名人手稿的公告与捐赠协议书（含附件一至附件七）全文',
          'Call for local documents, genealogies, rubbings and manuscripts, with its seven annexes',
          'PDF（扫描件），128.4 MB',
        ),
      ),
    },
  },
  others: {
    'a file of the library': {
      fields: { title, files: [{ name: { 'zh-CN': '借阅规则' }, to: 'asset:rules-1' }] },
      answers: [
        answer(SiteFiles, {
          siteAssets: [{ id: 'rules-1', variants: [{ url: `/_files/${'ab'.repeat(32)}.pdf` }] }],
        }),
      ],
    },
    'a file that is gone': { fields: { title, files: [{ name: { 'zh-CN': '旧表' }, to: 'asset:gone' }] } },
  },
  refused: { 'a file of another kind': { title, files: [{ name: { en: 'x' }, to: 'data:text/html,x' }] } },
}
