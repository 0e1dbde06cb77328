// What is wrong with a site that was drawn, by the rules of the site builder, as publications keep it.
import { gzipSync } from 'node:zlib'
import { answered, check, type DrawnPage } from '@shuxiang/site-checks'
import { dayOf, missingPath, type PublishedSite, type SiteInputs } from '@shuxiang/site-publish'
import type { PublicationFinding } from '@shuxiang/subgraph-sites/publishing'
import { siteTheme } from '@shuxiang/themes'
import type { CheckFacts } from './ports.ts'

/** Bytes of a text as it travels to most readers. */
const weighed = (text: string): number => gzipSync(text).length

/** Findings about the site as a whole have no page. */
export function checkDrawn(
  inputs: SiteInputs,
  { files }: PublishedSite,
  facts: CheckFacts,
): readonly PublicationFinding[] {
  const { names, menu, theme, filings } = inputs.facts
  const [main = 'zh-CN', ...others] = inputs.languages
  const drawn = files.flatMap(({ path, language, text }): DrawnPage[] =>
    language === null || path === missingPath ? [] : [{ path, language, html: text, gzip: weighed(text) }],
  )
  const findings = check({
    facts: {
      names,
      menu,
      filings,
      languages: [main, ...others],
      theme: siteTheme(theme),
    },
    pages: inputs.pages,
    drawn,
    css: weighed(inputs.sheet),
    answered,
    mayAnswerMore: true,
    addresses: facts.files,
    codes: facts.codes,
    visiting: facts.visiting,
    offers: facts.offers,
    today: dayOf(inputs.now),
  })
  return findings.map(({ rule, severity, page, block, field, words, article }) => ({
    rule,
    page,
    block: block ?? null,
    ...(field !== undefined && { field }),
    blocking: severity === 'blocks',
    words: article
      ? { 'zh-CN': `${words['zh-CN']}（${article['zh-CN']}）`, en: `${words.en} (${article.en})` }
      : { ...words },
  }))
}
