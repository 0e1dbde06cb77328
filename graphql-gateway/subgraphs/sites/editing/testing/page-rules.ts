// For tests: rules of an installation that has blocks of one type, `text`, whose title is a text in languages.
import type { Block } from '@shuxiang/site-model'
import type { EditingParts, PageFault } from '../ports.ts'

const fault = (path: string): PageFault => ({ path, words: { 'zh-CN': '不合要求', en: 'does not fit' } })

const faultsOf = (id: string, { type, fields }: Block): PageFault[] => {
  const path = `blocks.${id}`
  if (type !== 'text') return [fault(path)]
  const title = fields['title']
  return title === undefined || (typeof title === 'object' && title !== null)
    ? []
    : [fault(`${path}.fields.title`)]
}

export const plainEditing: EditingParts = {
  themes: ['national', 'bamboo'],
  siteTemplates: [{ id: 'county', words: { 'zh-CN': '县级馆' }, about: { 'zh-CN': '一县之馆' } }],
  newSite: (template, { code, name }) =>
    template === null || template === 'county' || template === 'city'
      ? {
          ...{ code, names: { 'zh-CN': name }, seal: name.slice(0, 2), theme: 'national', menu: [] },
          template: template ?? 'county',
          pages: new Map([
            ['/', JSON.stringify({ schema: 1, meta: { title: { 'zh-CN': name } }, root: [], blocks: {} })],
          ]),
        }
      : null,
  siteChanges: (before, after) => {
    const texts = new Map(before.pages.map(({ path, doc }) => [path, JSON.stringify(doc)]))
    return after.pages
      .filter(({ path, doc }) => texts.get(path) !== JSON.stringify(doc))
      .map(({ path }) => ({ page: path, words: { 'zh-CN': `改了 ${path}`, en: `changed ${path}` } }))
  },
  templatePages: () => new Map(),
  pageRules: {
    migrate: (doc) => doc,
    faults: (before, after) =>
      Object.entries(after.blocks).flatMap(([id, block]) =>
        JSON.stringify(before?.blocks[id]) === JSON.stringify(block) ? [] : faultsOf(id, block),
      ),
  },
}
