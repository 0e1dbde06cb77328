/**
 * What a whole site costs from documents and answers to packed files, beside packing the same files alone, which no way of
 * publishing can do without. Questions and the store are not in it.
 */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { PageQuery } from '@shuxiang/site-blocks'
import { everyBlock } from '../../blocks/testing/every-block.ts'
import { statesOf } from '../../blocks/testing/fixture.ts'
import { openSiteForPublishing, type SiteInputs } from '../index.ts'
import { countyTemplateSite } from '../testing/county-site.ts'

/** Sites, pages of each and minutes in which two cores are to draw and pack all of them again. */
const SITES = 3_000
const PAGES = 12
const MOST_MINUTES = 10
const SAMPLE = 30

const samples = everyBlock.flatMap(({ fixtures }) => statesOf(fixtures).many?.answers ?? [])
const answerTo = ({ operation, variables }: PageQuery): unknown =>
  samples.find((one) => one.operation.name === operation)?.data(variables) ?? null

/** The county library's site with as many pages as are asked for: some of its own stand there more than once. */
function siteOf(n: number): SiteInputs {
  const site = countyTemplateSite(new Date('2026-11-22T02:00:00Z'), `n${330_000 + n}`, `第${n}图书馆`)
  const own = [...site.pages]
  const pages = new Map(own.slice(0, PAGES))
  for (let k = 0; pages.size < PAGES; k++) pages.set(`/more-${k}`, own[k % own.length]?.[1] ?? own[0]![1])
  return { ...site, pages }
}

function pack(texts: readonly string[]): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  return texts.reduce(
    (size, text) => size + brotliCompressSync(text, { params }).length + gzipSync(text, { level: 7 }).length,
    0,
  )
}

function cpuOf<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const begin = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(begin)
  return { ms: (user + system) / 1_000, value }
}

function drawn(site: SiteInputs): readonly string[] {
  const opened = openSiteForPublishing(site)
  const answers = new Map(opened.queries.map((query) => [query.key, answerTo(query)]))
  return opened.draw(answers).files.map(({ text }) => text)
}

const sites = Array.from({ length: SAMPLE }, (_, n) => siteOf(n))
// Unmeasured: the first are slower, while their code is being compiled.
for (const site of sites.slice(0, 10)) pack(drawn(site))
const draw = cpuOf(() => sites.map(drawn))
const packing = cpuOf(() => draw.value.map(pack))
const files = draw.value.flat()
const each = (draw.ms + packing.ms) / SAMPLE
const minutes = (each * SITES) / 2 / 60_000
const pages = files.filter((text) => text.startsWith('<!doctype'))
console.log(
  `${SAMPLE} sites of ${PAGES} pages in two languages: ${files.length} files, a page ${Math.round(pages.join('').length / pages.length)} characters`,
)
console.log(`  pack the files       ${(packing.ms / SAMPLE).toFixed(1)} ms CPU a site  1.0x`)
console.log(
  `  draw them            ${(draw.ms / SAMPLE).toFixed(1)} ms CPU a site  ${(draw.ms / packing.ms).toFixed(1)}x`,
)
console.log(
  `  ${SITES} such sites, drawn and packed on two cores: ${minutes.toFixed(1)} minutes, ${minutes <= MOST_MINUTES ? 'within' : 'BEYOND'} ${MOST_MINUTES}`,
)
if (minutes > MOST_MINUTES) process.exitCode = 1
