/** Blocks that are not known, that do not fit, or in which something needed is not filled in. */
import { blockFaults } from '@shuxiang/site-blocks'
import type { Rule } from '../finding.ts'

/** `blocks.shelf1.fields.title.en`: the block and, in its fields, the way to one. */
const place = /^blocks\.([^.]+)(?:\.fields\.(.+))?/

export const schema: Rule = {
  name: 'schema',
  find: ({ pages }) =>
    [...pages].flatMap(([page, doc]) =>
      blockFaults(doc).map(({ path, words }) => {
        const [, block, field] = place.exec(path) ?? []
        return { severity: 'blocks', page, ...(block && { block }), ...(field && { field }), words }
      }),
    ),
}
