// `npm run store -- serve|status|backup|restore`: the embedded store by itself, from the command line.
import { parseArgs } from 'node:util'
import { readCommand } from './config.ts'
import { openStore } from './index.ts'
import { restore } from './owner/restore.ts'
import { runningStore } from './owner/running.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string' }, data: { type: 'string' }, 'fail-points': { type: 'boolean' } },
  })
  const command = readCommand(positionals, values, process.env)
  switch (command.name) {
    case 'serve':
      return serve(command)
    case 'status':
      return say(JSON.stringify(await (await runningStore(command.dataDir)).status(), null, 2))
    case 'backup':
      await (await runningStore(command.dataDir)).backup(command.file)
      return say(`the store of ${command.dataDir} is copied to ${command.file}`)
    case 'restore': {
      const kept = await restore(command.dataDir, command.file)
      return say(
        `${command.file} is restored into ${command.dataDir}${kept ? `; what was there is kept in ${kept}` : ''}`,
      )
    }
  }
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
  const { notOffered, documents } = await store.status()
  say(
    `Shuxiang embedded store, ${documents} documents, one machine, one owner; not offered: ${notOffered.join(', ')}`,
  )
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
