/** Code of a library's own stands on a page only once somebody has let it through. */
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import { namedIn } from './named-in.ts'

export const customCode: Rule = {
  name: 'custom-code',
  find({ pages, codes }) {
    if (codes === undefined) return []
    return namedIn(pages, 'custom-code', 'code').flatMap(({ name, ...place }): Found[] => {
      const code = name.trim()
      // One that is not filled in is told as such.
      if (code === '' || codes.has(code)) return []
      return [
        {
          severity: 'blocks',
          ...place,
          words: words(
            `编号为“${code}”的代码还没有通过，或者已经停用。请在后台“自定义代码”里看它的状态；等它通过，换一个已经通过的编号，或者删去这个版块。`,
            `The code “${code}” is not approved, or was withdrawn. See under “Custom code” in the console how it stands; wait for it, give the number of one that is approved, or take this block away.`,
          ),
        },
      ]
    })
  },
}
