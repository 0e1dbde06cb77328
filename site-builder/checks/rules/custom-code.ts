/** Code of a library's own stands on a page only once somebody has let it through. */
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'

export const customCode: Rule = {
  name: 'custom-code',
  find({ pages, codes }) {
    if (codes === undefined) return []
    return [...pages].flatMap(([page, { blocks }]) =>
      Object.entries(blocks).flatMap(([block, { type, fields }]): Found[] => {
        const { code } = fields
        if (type !== 'custom-code' || typeof code !== 'string') return []
        // One that is not filled in is told as such.
        if (code.trim() === '' || codes.has(code.trim())) return []
        return [
          {
            severity: 'blocks',
            ...{ page, block, field: 'code' },
            words: words(
              `编号为“${code.trim()}”的代码还没有通过，或者已经停用。请在后台“自定义代码”里看它的状态；等它通过，换一个已经通过的编号，或者删去这个版块。`,
              `The code “${code.trim()}” is not approved, or was withdrawn. See under “Custom code” in the console how it stands; wait for it, give the number of one that is approved, or take this block away.`,
            ),
          },
        ]
      }),
    )
  },
}
