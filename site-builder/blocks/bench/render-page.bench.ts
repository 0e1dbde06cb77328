/**
 * What drawing a page costs beside the least that any drawing must do: escaping and joining the same texts. The page of
 * forty blocks has every block of the registry in it, as often as needed.
 */
import { escape } from '@shuxiang/site-render/markup'
import type { PageDoc } from '@shuxiang/site-model'
import { openPage } from '../page.ts'
import { everyBlock } from '../testing/every-block.ts'
import { pageOf } from '../testing/fixture.ts'
import type { FixtureAnswer } from '../testing/fixture.ts'
import { context } from '../testing/pages.ts'
import { portalHome } from '../testing/portal-pages.ts'

/** Milliseconds of CPU that a page of forty blocks may take, from its document to its text. */
const MOST_MS = 5

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

const answers: readonly FixtureAnswer[] = everyBlock.flatMap(({ fixtures }) => fixtures.many.answers ?? [])

function report(name: string, doc: PageDoc): number {
  const opened = openPage(doc, context)
  const answered = new Map(
    opened.queries.map(({ key, operation, variables }) => {
      const found = answers.find((one) => one.operation.name === operation)
      return [key, found?.data(variables) ?? null]
    }),
  )
  const markup = opened.render(answered)
  const texts = markup.split(/<[^>]*>/)
  const calls = 200
  const escaped = cpuOf(() => texts.map(escape).join('<b>'), calls)
  const asked = cpuOf(() => openPage(doc, context), calls)
  const page = cpuOf(() => openPage(doc, context).render(answered), calls)
  console.log(`${name}: ${Object.keys(doc.blocks).length} blocks, ${markup.length} characters of HTML`)
  console.log(`  escape and join the same texts  ${escaped.toFixed(3)} ms CPU  1.0x`)
  console.log(
    `  open: fields checked, queries   ${asked.toFixed(3)} ms CPU  ${(asked / escaped).toFixed(1)}x`,
  )
  console.log(`  open and draw                   ${page.toFixed(3)} ms CPU  ${(page / escaped).toFixed(1)}x`)
  return page
}

const states = everyBlock.map(({ type, fixtures }) => ({ type: type.type, ...fixtures.many }))
const forty = pageOf([])
for (let n = 0; Object.keys(forty.blocks).length < 40; n++) {
  const { type, fields, slots } = states[n % states.length] ?? { type: '', fields: {} }
  const one = pageOf([{ type, fields, ...(slots ? { slots } : {}) }])
  const renamed = JSON.parse(JSON.stringify(one).replaceAll(/"b(\d+)"/g, `"b${n}x$1"`))
  Object.assign(forty.blocks, renamed.blocks)
  forty.root.push(...renamed.root)
}

report('portal home', portalHome())
const took = report('a page of forty', forty)
console.log(`  ${took <= MOST_MS ? 'within' : 'BEYOND'} ${MOST_MS} ms`)
if (took > MOST_MS) process.exitCode = 1
