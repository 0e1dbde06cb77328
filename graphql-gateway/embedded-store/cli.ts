// `npm run store -- serve|status|backup|restore|copy|shell`: the embedded store by itself, from the command line.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readCommand, usage, type StoreCommand } from './config.ts'
import { openStore, type Store } from './index.ts'
import { restore } from './owner/restore.ts'
import { describeStatus } from './owner/status-text.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  await main(readCommand(process.argv.slice(2), process.env))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function main(command: StoreCommand): Promise<void> {
  switch (command.name) {
    case 'help':
      return say(usage)
    case 'serve':
      return serve(command)
    case 'status':
      return withStore(command.dataDir, async (store) => {
        const status = await store.status()
        say(command.json ? JSON.stringify(status, null, 2) : describeStatus(status, command.dataDir))
      })
    case 'backup':
      await withStore(command.dataDir, (store) => store.backup(command.file))
      return say(`the store of ${command.dataDir} is copied to ${command.file}`)
    case 'restore': {
      const kept = await restore(command.dataDir, command.file)
      return say(
        `${command.file} is restored into ${command.dataDir}${kept ? `; what was there is kept in ${kept}` : ''}`,
      )
    }
    case 'copy':
      return copy(command)
    case 'shell': {
      const { runShell } = await import('./shell/shell.ts')
      const { uri, write } = command
      if (uri !== null) return runShell({ uri, write })
      return withStore(command.dataDir, (store) => runShell({ uri: store.uri, write }))
    }
  }
}

/** Uses the store that runs in a folder, or runs it for as long as it is used. */
async function withStore<T>(
  dataDir: string,
  use: (store: Store) => Promise<T>,
  may: 'exist' | 'be made' = 'exist',
): Promise<T> {
  if (may === 'exist' && !existsSync(join(dataDir, 'store')))
    throw new Error(`There is no store in ${dataDir}: name its folder with --data DIR.`)
  const store = await openStore({ dataDir })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

async function copy({ dataDir, from, to, ...how }: StoreCommand & { name: 'copy' }): Promise<void> {
  const { copyStore, shownAddress } = await import('./copy/copy.ts')
  const last = { at: 0 }
  const run = async (source: string, target: string): Promise<void> => {
    const { collections, documents, leftOut } = await copyStore({
      from: source,
      to: target,
      replace: how.replace,
      partly: how.partly,
      say: (line) => {
        // Numbers go by too fast to read; a line a second is enough.
        const now = performance.now()
        if (/ (copied|compared) /.test(line) && now - last.at < 1000) return
        last.at = now
        say(line)
      },
    })
    say(
      `copied and compared: ${documents} documents in ${collections} collections, counts and checksums are the same`,
    )
    if (leftOut.length > 0) say(`left out, as asked: ${leftOut.join('; ')}`)
    if (to !== null) say(`to use it: MONGODB_URI=${shownAddress(target)} npm start`)
  }
  if (from !== null && to !== null) return run(from, to)
  return withStore(
    dataDir,
    (store) => run(from ?? store.uri, to ?? store.uri),
    from === null ? 'exist' : 'be made',
  )
}

async function serve(command: { dataDir: string; port: number; failPoints: boolean }): Promise<void> {
  const store = await openStore({
    dataDir: command.dataDir,
    port: command.port,
    failPoints: command.failPoints,
    log: (level, message) => process.stderr.write(`${level}: ${message}\n`),
  })
  if (!store.owner)
    throw new Error(`another process already runs the store of ${command.dataDir}: ${store.uri}`)
  const status = await store.status()
  say(describeStatus(status, command.dataDir))
  say(`listening on ${store.portUri ?? store.uri}`)
  const stop = (): void => {
    store.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
