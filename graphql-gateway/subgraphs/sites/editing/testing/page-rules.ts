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
  templatePages: () => new Map(),
  pageRules: {
    migrate: (doc) => doc,
    faults: (before, after) =>
      Object.entries(after.blocks).flatMap(([id, block]) =>
        JSON.stringify(before?.blocks[id]) === JSON.stringify(block) ? [] : faultsOf(id, block),
      ),
  },
}
