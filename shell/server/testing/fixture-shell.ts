/** A running shell over the fixture microfrontends and a gateway that answers from a table, for integration tests. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { GqlUnavailable, type GqlResult } from '@shuxiang/sdk/contract'
import { portalPages } from '@shuxiang/site-templates'
import { blockSheets } from '@shuxiang/site-blocks/sheets'
import { themeFiles } from '@shuxiang/themes/files'
import { buildMicrofrontend, buildRuntime, buildShared, shellTargets } from '@shuxiang/vite'
import { pino } from 'pino'
import { openCodeStore } from '../content/code-store.ts'
import { openFileStore } from '../files/file-store.ts'
import { createRenderers } from '../rendering/renderers.ts'
import type { GatewayClient } from '@shuxiang/gateway-client'
import { openBuilderPaths } from '../builder-pages/builder-paths.ts'
import { NO_DEV_SERVERS } from '../pages/dev-servers.ts'
import { openLivePlan } from '../releases/live-plan.ts'
import { openOften } from '../letters/often.ts'
import { openSiteReleases } from '../sites/site-releases.ts'
import { openPortalEdge } from '../sites/portal-edge.ts'
import { openScriptWords } from '../script/script-words.ts'
import { openUrgentBars } from '../sites/urgent-bars.ts'
import { openSiteTable } from '../sites/site-table.ts'
import { createShell, type ShellParts } from '../shell.ts'

const shell = resolve(import.meta.dirname, '../..')

export type FixtureAnswer = (variables: unknown, signal: AbortSignal) => Promise<GqlResult<unknown>>

export interface FixtureShell {
  readonly origin: string
  readonly port: number
  readonly buildDir: string
  readonly sitemapFolder: string
  /** Lines of the log. */
  readonly logged: string[]
  /** What the gateway was asked, and for which library. */
  readonly asked: { readonly name: string; readonly tenant: string | null }[]
  /** Answers by operation name; replace one to change what the gateway says. */
  readonly answers: Map<string, FixtureAnswer>
  close(): Promise<void>
}

/** The fixture microfrontends; `guest` only adds to pages of others. */
const FIXTURES = ['calm', 'faulty', 'framed', 'guest'] as const
/** And `desk`, which is for staff, where it is asked for. */
type Fixture = (typeof FIXTURES)[number] | 'desk'

/** Build the shared set, the runtime and fixtures into a folder. */
export async function buildFixtures(
  buildDir: string,
  fixtures: readonly Fixture[] = FIXTURES,
): Promise<void> {
  await buildShared(join(buildDir, 'shared'))
  await buildRuntime(join(shell, 'runtime'), join(buildDir, 'runtime'))
  for (const name of fixtures) {
    await buildMicrofrontend(join(shell, 'runtime/fixtures', name), {
      outDir: join(buildDir, 'releases', name),
    })
  }
  const operations = shellTargets(resolve(shell, '..')).find((target) => target.name === 'shell-operations')
  await operations?.build(buildDir)
}

/** Start a shell on a free port of the loopback. */
export async function startFixtureShell(
  overrides: Partial<ShellParts> = {},
  fixtures: readonly Fixture[] = FIXTURES,
  { now: tableNow }: { readonly now?: () => number } = {},
): Promise<FixtureShell> {
  const buildDir = await mkdtemp(join(tmpdir(), 'shuxiang-shell-'))
  await buildFixtures(buildDir, fixtures)
  const sitemapFolder = await mkdtemp(join(tmpdir(), 'shuxiang-sitemap-'))
  const logged: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const answers = new Map<string, FixtureAnswer>([
    ['PortalPage', async () => ({ data: { page: null }, errors: [] })],
    // No host is any site's.
    ['BranchSite', async () => ({ data: { siteAt: null }, errors: [] })],
    ['CalmItems', async (variables: unknown) => ({ data: { items: itemsOf(variables) }, errors: [] })],
  ])
  const asked: { name: string; tenant: string | null }[] = []
  const client: GatewayClient = {
    async ask({ name }, variables, { signal, tenant = null }) {
      asked.push({ name, tenant })
      const answer = answers.get(name)
      if (!answer) throw new GqlUnavailable(`no answer for ${name} in this test`, true)
      return answer(variables, signal)
    },
    run: async (body) => ({ data: { asked: body } }),
  }
  const now = (): number => performance.now()
  const live = await openLivePlan({
    buildDir,
    themeFiles: themeFiles(undefined, blockSheets()),
    now,
    onProblem: (line) => log.error(line),
  })
  const renderers = createRenderers({
    ask: (operation, variables, call) => client.ask(operation, variables, call),
    now,
    onProblem: (microfrontend, reason) => log.warn({ microfrontend, reason }),
  })
  await renderers.warm((await live.plan()).releases, 10_000)
  const server = createShell({
    live,
    publicOrigin: 'http://portal.test',
    portalOrigin: 'http://portal.test',
    site: null,
    builderPaths: openBuilderPaths({ client, seeds: portalPages.keys(), now }),
    siteReleases: openSiteReleases(client),
    sites: openSiteTable({ client, sitesOrigin: 'http://sites.test', now: tableNow ?? now }),
    consoleOrigin: null,
    contentOrigin: 'http://content.test',
    identity: null,
    dev: NO_DEV_SERVERS,
    makeNonce: () => randomBytes(16).toString('base64'),
    makeId: randomUUID,
    importing: () => null,
    edge: openPortalEdge({ client, now: tableNow ?? now }),
    urgent: openUrgentBars({ client, now: tableNow ?? now, date: () => new Date() }),
    scriptWords: openScriptWords(client),
    feedbackOften: openOften(tableNow ?? now),
    correctionsOften: openOften(tableNow ?? now),
    lettersSecret: 'a secret of this test',
    renderers,
    client,
    codes: openCodeStore(client, tableNow ?? now),
    files: openFileStore(client),
    sitemapFolder,
    freeQueries: true,
    // Browsers ask the gateway by the same address; the fixture answers both from one table.
    async proxy(exchange, tenant) {
      const chunks: Buffer[] = []
      for await (const chunk of exchange.request) chunks.push(chunk)
      // A health answer says where it was asked for.
      if (exchange.url.pathname !== '/graphql')
        return void exchange.response.end(`${exchange.url.pathname}${exchange.url.search}`)
      const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString() || '{}')
      const call = { requestId: exchange.requestId, signal: exchange.signal, tenant: tenant ?? null }
      const result = await client.ask({ id: '', name: operationName }, variables, call)
      exchange.response.writeHead(200, { 'content-type': 'application/json' })
      exchange.response.end(JSON.stringify(result))
    },
    builder: {
      client,
      now: () => new Date('2026-11-22T00:00:00Z'),
      onProblem: (line) => log.warn(line),
      seeds: portalPages,
    },
    log,
    now,
    ...overrides,
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://localhost:${port}`,
    port,
    buildDir,
    sitemapFolder,
    logged,
    asked,
    answers,
    async close() {
      server.closeAllConnections()
      server.close()
      await renderers.close()
      for (const folder of [buildDir, sitemapFolder]) await rm(folder, { recursive: true, force: true })
    },
  }
}

function itemsOf(variables: unknown): string[] {
  const id =
    typeof variables === 'object' && variables !== null && 'id' in variables ? String(variables.id) : ''
  if (id === 'none') return []
  return id.startsWith('list') ? ['a', 'b', 'c'] : [id]
}
