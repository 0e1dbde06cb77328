/** What drawing a page costs beside the least that any drawing must do: escaping and joining the same texts. */
import { escape } from '@shuxiang/site-render/markup'
import type { Answer } from '../contract.ts'
import { answersFor, answersWith, context } from '../fixtures.ts'
import { queriesOf, renderPage } from '../page.ts'
import { portalHome } from '../portal.ts'

/** CPU milliseconds of one call, the best of several rounds so that a busy machine disturbs little. */
function cpuOf(work: () => unknown, calls: number): number {
  const rounds = Array.from({ length: 7 }, () => {
    const begin = process.cpuUsage()
    for (let n = 0; n < calls; n++) work()
    const used = process.cpuUsage(begin)
    return (used.user + used.system) / 1000 / calls
  })
  return Math.min(...rounds)
}

/** Shelves of twelve books, as the portal has them. */
function fullAnswers(): Readonly<Record<string, Answer>> {
  const card = (n: number): object => ({
    node: {
      id: `r${n}`,
      kind: 'book',
      title: `东京梦华录卷${n}`,
      language: 'zh-Hans',
      url: `/item/r${n}`,
      agents: [{ name: '孟元老' }],
      period: { label: '宋' },
    },
  })
  const regions = Array.from({ length: 31 }, (_, n) => ({
    id: String(11 + n),
    name: `省份${n}`,
    libraryCount: n,
  }))
  return {
    ...answersWith((usual) => usual),
    ShelfRecords: { search: { totalCount: 12, edges: Array.from({ length: 12 }, (_, n) => card(n)) } },
    LibraryRegions: { regions, libraries: { totalCount: 2978 } },
  }
}

const doc = portalHome()
const answers = answersFor(doc, fullAnswers())
const markup = renderPage(doc, answers, context)
const texts = markup.split(/<[^>]*>/)

const calls = 300
const escaped = cpuOf(() => texts.map(escape).join('<b>'), calls)
const page = cpuOf(() => renderPage(doc, answers, context), calls)
const asked = cpuOf(() => queriesOf(doc, context), calls)

console.log(`portal home: ${markup.length} characters of HTML`)
console.log(`escape and join the same texts  ${escaped.toFixed(3)} ms CPU  1.0x`)
console.log(`queriesOf                       ${asked.toFixed(3)} ms CPU  ${(asked / escaped).toFixed(1)}x`)
console.log(`renderPage                      ${page.toFixed(3)} ms CPU  ${(page / escaped).toFixed(1)}x`)
