// A whole site with one text in every place for text: of its pages, its facts, and of what the graph answers.
import {
  openSiteForPublishing,
  type PublishedFile,
  type SiteInputs,
} from '../../../site-builder/publish/index.ts'
import type { Answer } from '../../../site-builder/blocks/contract.ts'
import * as operations from '../../../site-builder/blocks/operations.generated.ts'
import { everyBlock } from '../../../site-builder/blocks/testing/every-block.ts'
import { pageOf, type FixtureAnswer } from '../../../site-builder/blocks/testing/fixture.ts'
import { poisonedAnswer, poisonedFields } from '../../../site-builder/blocks/testing/poison.ts'
import { blockSheets } from '../../../site-builder/blocks/sheets.ts'
import { themeFiles } from '../../../themes/files.ts'

export const siteOrigin = 'http://n330110.sites.test'

const samples: readonly FixtureAnswer[] = everyBlock.flatMap(({ fixtures }) => fixtures.many.answers ?? [])
const shapes = new Map(Object.values(operations).map(({ name, answer }) => [name, answer]))
const sheet = themeFiles(undefined, blockSheets())[0]?.text ?? ''

function poisonedSample(name: string, variables: Readonly<Record<string, unknown>>, text: string): Answer {
  const sample = samples.find(({ operation }) => operation.name === name)
  const shape = shapes.get(name)
  return sample && shape ? poisonedAnswer(sample.data(variables), shape, (usual) => usual + text) : null
}

/** The pages of the site in Chinese: every block of the registry, on a page of its own kind, and the page of what is missing. */
export function hostilePages(text: string): readonly PublishedFile[] {
  const line = text.replace(/[\r\n]/g, '')
  const words = { 'zh-CN': line, en: line }
  const blocks = everyBlock.map(({ type, fixtures: { many } }) => ({
    type: type.type,
    fields: poisonedFields(type.fields, many.fields, (usual) => usual + text),
    ...(many.slots && { slots: many.slots }),
  }))
  const page = { ...pageOf(blocks), meta: { title: words, description: words } }
  const inputs: SiteInputs = {
    code: 'n330110',
    facts: {
      names: words,
      seal: line.slice(0, 2),
      theme: line,
      menu: [{ path: '/', words }],
      filings: { icp: line, publicSecurity: line },
    },
    pages: new Map([['/', page]]),
    origin: siteOrigin,
    portal: 'http://portal.test',
    sheet,
    languages: ['zh-CN'],
    signIn: true,
    now: new Date('2026-11-22T12:00:00Z'),
  }
  const site = openSiteForPublishing(inputs)
  const answers = new Map(
    site.queries.map(({ key, operation, variables }) => [key, poisonedSample(operation, variables, text)]),
  )
  return site.draw(answers).files
}
