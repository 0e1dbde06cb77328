/**
 * A published page of a branch site beside the least that can be done: a bare server of Node's own that writes the same
 * packed bytes. One process serves, another asks over fifty connections.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { hashOfBytes, openSiteForPublishing } from '@shuxiang/site-publish'
import { countyTemplateSite } from '../../../site-builder/publish/testing/county-site.ts'
import { startFixtureShell } from '../testing/fixture-shell.ts'

const SECONDS = 8
const CONNECTIONS = 50
/** Requests a second, and milliseconds within which 99 of 100 are to be answered. */
const LEAST_RATE = 2_000
const MOST_P99_MS = 20

const host = 'n33.sites.test'
const inputs = countyTemplateSite(new Date('2026-11-22T04:00:00Z'), 'n33', '浙江图书馆')
const { files } = openSiteForPublishing({ ...inputs, origin: `http://${host}` }).draw(new Map())
const texts = new Map(files.map(({ text }) => [hashOfBytes(text), text]))
const { names, seal, theme, menu } = inputs.facts
const wordsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([language, text]) => ({ language, text }))

const shell = await startFixtureShell({}, ['calm'])
shell.answers.set('BranchSite', async () => ({
  data: {
    siteAt: {
      origin: `http://${host}`,
      site: {
        id: 'n33',
        names: wordsOf(names),
        seal,
        theme,
        menu: menu.map(({ path, words }) => ({ path, words: wordsOf(words) })),
        filings: { icp: '', publicSecurity: '' },
        paths: [...inputs.pages.keys()],
        release: 1,
        edge: { emergencies: [], grey: false, takenDown: [] },
      },
    },
  },
  errors: [],
}))
shell.answers.set('SiteRelease', async () => ({
  data: {
    siteRelease: {
      number: 1,
      hash: 'h1',
      routes: files.map(({ path, language, type, text, parameters }) => ({
        path,
        language,
        type,
        artifact: hashOfBytes(text),
        parameters,
      })),
      redirects: [],
    },
  },
  errors: [],
}))
shell.answers.set('SiteArtifact', async (variables) => {
  const text = texts.get(String(Object(variables)['hash'])) ?? ''
  return {
    data: {
      siteArtifact: {
        size: Buffer.byteLength(text),
        br: brotliCompressSync(text).toString('base64'),
        gzip: gzipSync(text).toString('base64'),
      },
    },
    errors: [],
  }
})

const asking = `
import { request } from 'node:http'
import { Agent } from 'node:http'
const [port, seconds, connections, host] = process.argv.slice(1)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const times = []
let wrong = 0
const get = () => new Promise((done) => {
  const began = performance.now()
  request({ host: '127.0.0.1', port, path: '/', agent, headers: { host, 'accept-encoding': 'br' } }, (answer) => {
    if (answer.statusCode !== 200) wrong++
    answer.resume()
    answer.on('end', () => { times.push(performance.now() - began); done() })
  }).on('error', () => { wrong++; done() }).end()
})
const round = async (until) => { while (performance.now() < until) await get() }
const run = (length) => Promise.all(Array.from({ length: Number(connections) }, () => round(performance.now() + length)))
await run(2000)
times.length = 0
await run(Number(seconds) * 1000)
times.sort((a, b) => a - b)
console.log(JSON.stringify({ rate: times.length / seconds, p99: times[Math.floor(times.length * 0.99)], wrong }))
process.exit(0)
`

interface Measured {
  readonly rate: number
  readonly p99: number
  readonly wrong: number
}

async function measure(port: number): Promise<Measured> {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', asking, String(port), String(SECONDS), String(CONNECTIONS), host],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  await once(child, 'close')
  return JSON.parse(text) as Measured
}

const page = brotliCompressSync(files.find(({ path }) => path === '/')?.text ?? '')
const bare = createServer((_request, response) => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'br',
    'content-length': page.length,
  })
  response.end(page)
})
bare.listen(0, '127.0.0.1')
await once(bare, 'listening')
const address = bare.address()
const least = await measure(typeof address === 'object' && address !== null ? address.port : 0)
const site = await measure(shell.port)
const line = (name: string, { rate, p99, wrong }: Measured): void =>
  console.log(
    `  ${name}  ${Math.round(rate)} requests/s  ${(rate / least.rate).toFixed(2)}x  p99 ${p99.toFixed(1)} ms  ${wrong} wrong`,
  )
console.log(`the home page of a branch, ${page.length} bytes packed, ${CONNECTIONS} connections`)
line('bare server', least)
line('branch site', site)
const within = site.rate >= LEAST_RATE && site.p99 <= MOST_P99_MS && site.wrong === 0
console.log(
  `  ${within ? 'within' : 'BEYOND'} ${LEAST_RATE} requests/s on one core with p99 ${MOST_P99_MS} ms`,
)
process.exit(within ? 0 : 1)
