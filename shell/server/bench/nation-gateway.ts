/** A gateway on a socket that knows any number of branch sites: one site as its template gives it, in the name of each. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { hashOfBytes, openSiteForPublishing } from '@shuxiang/site-publish'
import { countyTemplateSite } from '../../../site-builder/publish/testing/county-site.ts'

/** Stands in the texts where the code and the name of a site will. */
const CODE = 'n999999'
const NAME = '样样图书馆'
const codeOf = (n: number): string => `n${String(n).padStart(6, '0')}`

export const hostOf = (n: number): string => `${codeOf(n)}.sites.test`

export async function startNationGateway(socketPath: string): Promise<Server> {
  const inputs = countyTemplateSite(new Date('2026-11-22T04:00:00Z'), CODE, NAME)
  const { files } = openSiteForPublishing(inputs).draw(new Map())
  const shared = new Map(
    files.filter(({ type }) => type.startsWith('text/css')).map(({ text }) => [hashOfBytes(text), text]),
  )
  const inNameOf = (code: string, text: string): string =>
    text.replaceAll(CODE, code).replaceAll(NAME, `第${code}图书馆`)

  /** Of the style sheet its own, of other files one that tells site and file. */
  const hashOf = (code: string, k: number): string => {
    const hash = hashOfBytes(files[k]?.text ?? '')
    return shared.has(hash) ? hash : `${code.slice(1)}${String(k).padStart(4, '0')}`.padEnd(64, '0')
  }

  function textOf(hash: string): string | null {
    const [, digits = '', k = ''] = /^(\d{6})(\d{4})0{54}$/.exec(hash) ?? []
    const file = files[Number(k)]
    return shared.get(hash) ?? (digits !== '' && file ? inNameOf(`n${digits}`, file.text) : null)
  }

  const site = JSON.stringify(siteAtOf(inputs))
  const answers: Readonly<Record<string, (variables: Readonly<Record<string, unknown>>) => unknown>> = {
    BranchSite({ host }) {
      const code = /^(n\d{6})\.sites\.test$/.exec(String(host))?.[1]
      return { siteAt: code === undefined ? null : JSON.parse(inNameOf(code, site)) }
    },
    SiteRelease({ site: code }) {
      const routes = files.map(({ path, language, type, parameters }, k) => ({
        ...{ path, language, type, parameters },
        artifact: hashOf(String(code), k),
      }))
      return { siteRelease: { number: 1, hash: `h${String(code)}`, routes, redirects: [] } }
    },
    SiteArtifact({ hash }) {
      const text = textOf(String(hash))
      if (text === null) return { siteArtifact: null }
      const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
      const [br, gzip] = [brotliCompressSync(text, { params }), gzipSync(text, { level: 7 })]
      return {
        siteArtifact: {
          size: Buffer.byteLength(text),
          br: br.toString('base64'),
          gzip: gzip.toString('base64'),
        },
      }
    },
    LibraryNotices: () => ({ notices: [] }),
    CalmItems: () => ({ items: ['a', 'b', 'c'] }),
    PortalEdge: () => ({ edge: { emergencies: [], grey: false } }),
  }
  const server = createServer((request, response) => {
    void json(request).then(
      (asked) => {
        const { operationName, variables } = Object(asked)
        const data = answers[String(operationName)]?.(Object(variables))
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(data === undefined ? { errors: [{ message: 'not here' }] } : { data }))
      },
      () => response.end('{}'),
    )
  })
  server.listen(socketPath)
  await once(server, 'listening')
  return server
}

function siteAtOf({ facts, pages, origin }: ReturnType<typeof countyTemplateSite>): unknown {
  const wordsOf = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([language, text]) => ({ language, text }))
  return {
    origin,
    site: {
      id: CODE,
      names: wordsOf(facts.names),
      seal: facts.seal,
      theme: facts.theme,
      languages: ['zh-CN', 'en'],
      menu: facts.menu.map(({ path, words }) => ({ path, words: wordsOf(words) })),
      filings: { icp: '', publicSecurity: '' },
      paths: [...pages.keys()],
      release: 1,
      edge: { emergencies: [], grey: false, takenDown: [] },
    },
  }
}
