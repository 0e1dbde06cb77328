/** The shell's process: wires configuration, log, gateway, build and server together, and stops cleanly. */
import { randomBytes, randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { gatewayAt, gatewayClient } from '@shuxiang/gateway-client'
import { endWithStarter } from '@shuxiang/process'
import { partLog } from '@shuxiang/process/log'
import { portalPages } from '@shuxiang/site-templates'
import { blockSheets } from '@shuxiang/site-blocks/sheets'
import { siteThemes } from '@shuxiang/themes'
import { themeFiles } from '@shuxiang/themes/files'
import { readConfig, type Config } from './config.ts'
import { openCodeStore } from './content/code-store.ts'
import { contentListener } from './content/content-listener.ts'
import { openFileStore } from './files/file-store.ts'
import { createRenderers } from './rendering/renderers.ts'
import { gatewayProxy } from './gateway/proxy.ts'
import { watchReadiness } from './gateway/readiness.ts'
import { openBuilderPaths } from './builder-pages/builder-paths.ts'
import { NO_DEV_SERVERS } from './pages/dev-servers.ts'
import { openLivePlan } from './releases/live-plan.ts'
import { createShell } from './shell.ts'
import { openOften } from './letters/often.ts'
import { openSiteReleases } from './sites/site-releases.ts'
import { openPortalEdge } from './sites/portal-edge.ts'
import { openScriptWords } from './script/script-words.ts'
import { openUrgentBars } from './sites/urgent-bars.ts'
import { openSiteTable } from './sites/site-table.ts'

const VERSION = '0.1.0'
const STOP_WITHIN_MS = 8_000
/** EX_CONFIG of sysexits: whoever started this process need not try again. */
const MISCONFIGURED = 78
/** A reader of the first page rather waits than gets a skeleton. */
const WARM_WITHIN_MS = 3_000

const root = resolve(import.meta.dirname, '../..')
const config = configOrExit()
const log = partLog({ part: 'shell', level: config.logLevel, file: config.logFile })
let serving = false
// Before it serves there is nothing to end in order.
endWithStarter({ end: () => (serving ? void stop() : process.exit(0)) })
const now = (): number => performance.now()

const gateway = gatewayAt(config.gatewaySocket)
const client = gatewayClient(gateway)
const readiness = watchReadiness(gateway)
const live = await openLivePlan({
  buildDir: config.buildDir,
  themeFiles: siteThemes.flatMap((theme) => themeFiles(theme, blockSheets())),
  now,
  onProblem: (sentence) => log.error(sentence),
})
const development =
  config.devMicrofrontends.length > 0
    ? await (
        await import('@shuxiang/vite/dev')
      ).startDevServers({
        root,
        names: config.devMicrofrontends,
        buildDir: config.buildDir,
        origin: config.publicOrigin,
      })
    : null
const renderers = createRenderers({
  ask: (operation, variables, call) => client.ask(operation, variables, call),
  now,
  onProblem: (microfrontend, reason) => log.warn({ microfrontend, reason }, 'renderer'),
})
await renderers.warm((await live.plan()).releases, WARM_WITHIN_MS)

const server = createShell({
  live,
  publicOrigin: config.publicOrigin,
  portalOrigin: config.publicOrigin,
  site: null,
  builderPaths: openBuilderPaths({ client, seeds: portalPages.keys(), now }),
  siteReleases: openSiteReleases(client),
  sites: openSiteTable({ client, sitesOrigin: config.sitesOrigin, now }),
  consoleOrigin: config.consoleOrigin,
  contentOrigin: config.contentOrigin,
  identity: config.identityUrl === null ? null : { url: config.identityUrl, realm: 'ndl' },
  dev: development?.servers ?? NO_DEV_SERVERS,
  makeNonce: () => randomBytes(16).toString('base64'),
  makeId: randomUUID,
  importing: readiness.importing,
  edge: openPortalEdge({ client, now }),
  urgent: openUrgentBars({ client, now, date: () => new Date() }),
  scriptWords: openScriptWords(client),
  feedbackOften: openOften(now),
  correctionsOften: openOften(now),
  lettersSecret: config.lettersSecret,
  renderers,
  client,
  codes: openCodeStore(client, now),
  files: openFileStore(client),
  sitemapFolder: join(config.dataDir, 'sitemap', 'portal'),
  freeQueries: config.mode === 'development',
  proxy: gatewayProxy(gateway, {
    version: VERSION,
    storeKind: config.storeKind,
    searchKind: config.searchKind,
    identityKind: config.identityKind,
  }),
  builder: {
    client,
    now: () => new Date(),
    onProblem: (sentence) => log.warn(sentence),
    seeds: portalPages,
  },
  log,
  now,
})

serving = true
server.listen(config.port, () => {
  const address = server.address()
  log.info({ address, origin: config.publicOrigin, mode: config.mode }, 'shell serves')
  process.send?.({ type: 'ready' })
})
server.on('error', (error) => cannotListen('PORT', config.port, error))
const content =
  config.contentOrigin === null || config.contentPort === null
    ? null
    : contentListener(server, config.contentOrigin)
content?.on('error', (error) => cannotListen('CONTENT_PORT', config.contentPort, error))
content?.listen(config.contentPort ?? 0)

function cannotListen(variable: string, port: number | null, error: Error): never {
  log.fatal({ err: error }, `the shell cannot listen on ${variable} ${port}`)
  process.stderr.write(`Port ${port} cannot be used (${error.message}): give another with ${variable}.\n`)
  process.exit(MISCONFIGURED)
}

function configOrExit(): Config {
  try {
    return readConfig(process.env, root)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(MISCONFIGURED)
  }
}

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  readiness.stop()
  // A connection that never ends must not keep the process.
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
  server.close()
  server.closeIdleConnections()
  content?.close()
  content?.closeIdleConnections()
  await development?.close()
  await renderers.close()
  if (server.listening) await new Promise((closed) => server.once('close', closed))
  await gateway.close()
  log.info('shell stopped')
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
