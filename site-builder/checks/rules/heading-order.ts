/** Headings are the table of contents of a page for those who hear it: one at the top, none empty, none left out between. */
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'
import type { ReadPage } from '../read-page.ts'
import { blockIn } from './place.ts'

function inPage({ path: page, headings }: ReadPage): Found[] {
  const found: Found[] = []
  const tops = headings.filter(({ level }) => level === 1).length
  if (tops !== 1)
    found.push({
      severity: 'blocks',
      page,
      words: words(
        `这一页有 ${tops} 个最高一级的标题，应当正好有一个。请只留一个“标题与检索”一类的开头版块。`,
        `The page has ${tops} headings of the first level; it needs exactly one. Keep only one block that opens the page.`,
      ),
    })
  let above = 0
  for (const { level, name, block } of headings) {
    if (name === '')
      found.push({
        severity: 'blocks',
        page,
        ...blockIn(block),
        words: words(
          '有一个标题是空的。请写上文字，或者删去它。',
          'A heading is empty. Write something in it, or take it away.',
        ),
      })
    else if (level > above + 1 && above > 0)
      found.push({
        severity: 'blocks',
        page,
        ...blockIn(block),
        words: words(
          `标题“${name}”跳过了一级（从第 ${above} 级到第 ${level} 级）。请把它改成上一级的标题。`,
          `The heading “${name}” leaves a level out (from ${above} to ${level}). Make it a heading of the level above.`,
        ),
      })
    above = level
  }
  return found
}

export const headingOrder: Rule = { name: 'heading-order', find: ({ read }) => read.flatMap(inPage) }
