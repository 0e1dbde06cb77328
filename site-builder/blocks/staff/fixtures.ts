/** States of `staff`. */
import type { BlockFixtures } from '../testing/fixture.ts'

const title = { 'zh-CN': '问馆员', en: 'Ask a librarian' }
const people = [
  {
    name: { 'zh-CN': '沈静', en: 'Shen Jing' },
    role: { 'zh-CN': '古籍部', en: 'Old books' },
    about: {
      'zh-CN': '查家谱、方志，看古籍原件。',
      en: 'Genealogies, gazetteers, and seeing the originals.',
    },
    mail: 'mailto:shen@example.org',
    phone: 'tel:0571-8000-0001',
  },
  {
    name: { 'zh-CN': '陈一舟', en: 'Chen Yizhou' },
    role: { 'zh-CN': '少儿部', en: 'Children' },
    about: { 'zh-CN': '给孩子选书，周末故事会。', en: 'Books for children, story time at weekends.' },
    phone: 'tel:0571-8000-0002',
  },
  { name: { 'zh-CN': '周敏', en: 'Zhou Min' }, role: { 'zh-CN': '服务台', en: 'Front desk' } },
]

export const fixtures: BlockFixtures = {
  empty: { fields: { title, people: [] } },
  one: { fields: { title, people: people.slice(0, 1) } },
  many: { fields: { title, people } },
  long: {
    fields: {
      title,
      people: Array.from({ length: 7 }, () => ({
        name: { 'zh-CN': '欧阳阿不都热依木·买买提明', en: 'Ouyang Abdurehim Memetimin-Konstantinopolski' },
        role: {
          'zh-CN': '地方文献与古籍保护中心（全国古籍重点保护单位）副研究馆员',
          en: 'Associate research librarian, centre for the care of old books',
        },
        about: { 'zh-CN': '家谱、方志、碑刻拓片与名人手稿的查询、复制与出版授权。'.repeat(6) },
        mail: 'mailto:a.very.long.address.of.a.department@library.example.org',
      })),
    },
  },
  refused: {
    'a web address for mail': { title, people: [{ name: { en: 'x' }, mail: 'https://example.org' }] },
    'a script for a telephone': { title, people: [{ name: { en: 'x' }, phone: 'javascript:alert(1)' }] },
  },
}
