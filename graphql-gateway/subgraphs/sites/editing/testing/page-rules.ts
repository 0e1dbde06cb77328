// For tests: rules of an installation that has blocks of one type, `text`, whose title is a text in languages.
import { hasWords, type Block, type Json, type TextOnPage } from '@shuxiang/site-model'
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

const textsOf = (value: Json | undefined): TextOnPage['texts'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

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
    texts: (doc) =>
      [
        { block: null, path: ['meta', 'title'], texts: { ...doc.meta.title }, locked: false },
        ...Object.entries(doc.blocks).map(([block, { fields, locked }]) => ({
          ...{ block, path: ['fields', 'title'], texts: textsOf(fields['title']), locked: locked ?? false },
        })),
      ].filter(({ texts }) => Object.values(texts).some(hasWords)),
    faults: (before, after) =>
      Object.entries(after.blocks).flatMap(([id, block]) =>
        JSON.stringify(before?.blocks[id]) === JSON.stringify(block) ? [] : faultsOf(id, block),
      ),
  },
}
