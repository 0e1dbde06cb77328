// The job that publishes, as this process runs it: the gateway's socket, the addresses of sites, the sheets of themes.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gatewayAt, gatewayClient, type GatewayClient } from '@shuxiang/gateway-client'
import { blockSheets } from '@shuxiang/site-blocks/sheets'
import { newestChange } from '@shuxiang/subgraph-catalogue/content'
import type { Job } from '@shuxiang/subgraph-kit/module'
import { siteTheme, type Theme } from '@shuxiang/themes'
import { themeFiles } from '@shuxiang/themes/files'
import { siteOriginIn } from '@shuxiang/subgraph-sites/content'
import { visitingFacts } from '@shuxiang/subgraph-visiting/content'
import type { Db } from 'mongodb'
import { checkDrawn } from './check.ts'
import { publishJob } from './job.ts'
import { offersAt } from './offers.ts'
import type { PublishPorts } from './ports.ts'

export interface PublishOptions {
  readonly gatewaySocket: string
  readonly portal: string
  readonly sitesOrigin: string
  readonly signIn: boolean
}

export interface Publishing {
  readonly job: Job
  close(): Promise<void>
}

export function openPublishing(
  db: Db,
  { gatewaySocket, portal, sitesOrigin, signIn }: PublishOptions,
): Publishing {
  const gateway = gatewayAt(gatewaySocket)
  const job = publishJob(publishPorts(db, { client: gatewayClient(gateway), portal, sitesOrigin, signIn }))
  return { job, close: () => gateway.close() }
}

export interface PortOptions extends Omit<PublishOptions, 'gatewaySocket'> {
  readonly client: GatewayClient
}

/** What the job needs, from the store and the gateway. */
export function publishPorts(db: Db, { client, portal, sitesOrigin, signIn }: PortOptions): PublishPorts {
  return {
    client,
    operations: blockOperations(),
    portal,
    originOf: (site) => siteOriginIn(db, sitesOrigin, site),
    sheetOf: sheets(),
    signIn,
    newestRecord: () => newestChange(db),
    check: checkDrawn,
    visitingOf: (site, today) => visitingFacts(db, site, today),
    offers: () => offersAt(portal),
  }
}

/** Ids of the documents that blocks ask, by the names of their operations. */
export function blockOperations(): ReadonlyMap<string, string> {
  const path = fileURLToPath(import.meta.resolve('@shuxiang/site-blocks/operations.json'))
  const documents: Readonly<Record<string, string>> = JSON.parse(readFileSync(path, 'utf8'))
  return new Map(Object.entries(documents).map(([id, text]) => [/^query (\w+)/.exec(text)?.[1] ?? id, id]))
}

/** Each made when a site first wears it: a process that publishes nothing makes none. */
function sheets(): (theme: string) => string {
  const texts = new Map<Theme, string>()
  return (name) => {
    const theme = siteTheme(name)
    const text = texts.get(theme) ?? themeFiles(theme, blockSheets())[0]?.text ?? ''
    texts.set(theme, text)
    return text
  }
}
