// The commands of the root package, on the pinned Node; each command is a file that exports `run`.
import { endWithStarter } from '@shuxiang/process'
import type { Command } from './command.ts'
import { Failure } from './failure.ts'

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  build: () => import('./build-command.ts'),
  test: () => import('./test.ts'),
  'test:identity': () => import('./test-identity.ts'),
  'test:store': () => import('./test-store.ts'),
  lint: () => import('./checks.ts').then((checks) => checks.lintCommand),
  types: () => import('./checks.ts').then((checks) => checks.typesCommand),
  format: () => import('./checks.ts').then((checks) => checks.formatCommand),
  bench: () => import('./bench.ts'),
  import: () =>
    import('./forward.ts').then((forward) => forward.to('graphql-gateway/jobs/import-command.ts')),
  gateway: () =>
    import('./forward.ts').then((forward) => forward.to('graphql-gateway/gateway/standalone.ts')),
  subgraph: () =>
    import('./forward.ts').then((forward) => forward.to('graphql-gateway/gateway/subgraph-process.ts')),
  store: () => import('./forward.ts').then((forward) => forward.to('graphql-gateway/embedded-store/cli.ts')),
  provision: () =>
    import('./forward.ts').then((forward) => forward.to('graphql-gateway/identity/provisioner/command.ts')),
  sites: () =>
    import('./forward.ts').then((forward) => forward.to('graphql-gateway/product/sites-command.ts')),
  realm: () =>
    import('./forward.ts').then((forward) => forward.to('graphql-gateway/identity/live-realm/command.ts')),
  peer: () => import('./peer.ts'),
  audit: () => import('./forward.ts').then((forward) => forward.to('graphql-gateway/audit/command.ts')),
  search: () => import('./forward.ts').then((forward) => forward.to('graphql-gateway/search/cli.ts')),
}

// As Ctrl-C would: each command knows what to stop.
endWithStarter({ end: () => process.kill(process.pid, 'SIGTERM') })
const name = process.argv[2] ?? ''
const load = Object.hasOwn(commands, name) ? commands[name] : undefined
try {
  if (load === undefined)
    throw new Failure(`There is no command "${name}"; there are: ${Object.keys(commands).join(', ')}.`)
  const command = await load()
  process.exit(await command.run(process.argv.slice(3)))
} catch (error) {
  if (!(error instanceof Failure)) throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exit(1)
}
