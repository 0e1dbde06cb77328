/** A branch site as the gateway would answer for it, drawn once from its template, for benches of serving. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { hashOfBytes, openSiteForPublishing } from '@shuxiang/site-publish'
import { countyTemplateSite } from '../../../site-builder/publish/testing/county-site.ts'
import type { FixtureAnswer } from '../testing/fixture-shell.ts'

export interface PublishedFile {
  readonly path: string
  readonly language: string | null
  readonly type: string
  readonly text: string
  readonly gzip: Buffer
}

export interface PublishedSite {
  readonly host: string
  readonly files: readonly PublishedFile[]
  /** By the names of the operations. */
  readonly answers: ReadonlyMap<string, FixtureAnswer>
}

const wordsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([language, text]) => ({ language, text }))

export function publishedSite(code: string, name: string): PublishedSite {
  const host = `${code}.sites.test`
  const inputs = {
    ...countyTemplateSite(new Date('2026-11-22T04:00:00Z'), code, name),
    origin: `http://${host}`,
  }
  const drawn = openSiteForPublishing(inputs).draw(new Map()).files
  const files = drawn.map((file) => ({ ...file, gzip: gzipSync(file.text, { level: 7 }) }))
  const byHash = new Map(files.map((file) => [hashOfBytes(file.text), file]))
  const { names, seal, theme, menu } = inputs.facts
  const siteAt = {
    origin: inputs.origin,
    site: {
      id: code,
      names: wordsOf(names),
      seal,
      theme,
      languages: ['zh-CN', 'en'],
      menu: menu.map(({ path, words }) => ({ path, words: wordsOf(words) })),
      filings: { icp: '', publicSecurity: '' },
      paths: [...inputs.pages.keys()],
      release: 1,
      edge: { emergencies: [], grey: false, takenDown: [] },
    },
  }
  const routes = drawn.map(({ path, language, type, text, parameters }) => ({
    path,
    language,
    type,
    artifact: hashOfBytes(text),
    parameters,
  }))
  const artifactOf = (hash: string) => {
    const file = byHash.get(hash)
    return (
      file && {
        size: Buffer.byteLength(file.text),
        br: brotliCompressSync(file.text).toString('base64'),
        gzip: file.gzip.toString('base64'),
      }
    )
  }
  const answered = (data: unknown) => ({ data, errors: [] })
  return {
    host,
    files,
    answers: new Map<string, FixtureAnswer>([
      ['BranchSite', async () => answered({ siteAt })],
      [
        'SiteRelease',
        async () => answered({ siteRelease: { number: 1, hash: 'h1', routes, redirects: [] } }),
      ],
      [
        'SiteArtifact',
        async (variables) =>
          answered({ siteArtifact: artifactOf(String(Object(variables)['hash'])) ?? null }),
      ],
    ]),
  }
}
