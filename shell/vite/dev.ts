/** Serves microfrontends by Vite with hot reload inside the shell's page. Development only. */
import { join } from 'node:path'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import { buildShared } from './shared.ts'
import { microfrontendFolders } from './microfrontend-folders.ts'
import { readAuthored } from './build.ts'
import { SHARED, baseConfig, microfrontend } from './settings.ts'

export interface DevOptions {
  /** The repository. */
  readonly root: string
  readonly names: readonly string[]
  readonly buildDir: string
  /** Origin of the portal, the only one that may fetch from the development servers. */
  readonly origin: string
}

export interface DevMicrofrontends {
  readonly servers: {
    readonly entries: Readonly<Record<string, string>>
    readonly extensions: Readonly<Record<string, readonly string[]>>
    readonly imports: Readonly<Record<string, string>>
    readonly origins: readonly string[]
  }
  close(): Promise<void>
}

/**
 * Start a Vite server on the loopback for each name. Shared modules come from the shell in their development build:
 * hot reload of Vue components is absent from production builds, and a second Vue on the page would break both.
 */
export async function startDevServers({
  root,
  names,
  buildDir,
  origin,
}: DevOptions): Promise<DevMicrofrontends> {
  // Vite takes this for its mode and sets it itself at the first build of a process; production has no hot reload.
  process.env['NODE_ENV'] = 'development'
  const shared = await buildShared(join(buildDir, 'shared-development'), 'development')
  const imports = Object.fromEntries(
    Object.entries(shared.imports).map(([name, file]) => [name, `/_assets/shared-development/${file}`]),
  )
  const started: {
    readonly name: string
    readonly server: ViteDevServer
    readonly origin: string
    readonly entry: string
    readonly extensions: readonly string[]
  }[] = []
  const folders = microfrontendFolders(root)
  for (const name of names) {
    const folder = join(root, folders.get(name) ?? `microfrontends/${name}`)
    const authored = await readAuthored(folder)
    const server = await createServer({
      ...baseConfig(folder, 'development'),
      // Vite keeps its own cache; several copies of the product may run side by side.
      cacheDir: join(buildDir, 'vite', name),
      plugins: [sharedFromShell(imports, origin), microfrontend(name, 'development')],
      optimizeDeps: { noDiscovery: true, include: [], exclude: [...SHARED] },
      server: { host: '127.0.0.1', port: 0, strictPort: false, cors: { origin }, hmr: { host: '127.0.0.1' } },
    })
    await server.listen(0)
    const address = server.httpServer?.address()
    if (typeof address !== 'object' || address === null) throw new Error(`Vite serves ${name} at no port`)
    const own = `http://127.0.0.1:${address.port}`
    server.config.server.origin = own
    started.push({
      name,
      server,
      origin: own,
      entry: `${own}/${authored.browser}`,
      extensions: authored.extensions.map(({ module }) => `${own}/${module}`),
    })
  }
  return {
    servers: {
      entries: Object.fromEntries(started.map(({ name, entry }) => [name, entry])),
      extensions: Object.fromEntries(started.map(({ name, extensions }) => [name, extensions])),
      imports,
      origins: started.map((one) => one.origin),
    },
    close: async () => void (await Promise.all(started.map(({ server }) => server.close()))),
  }
}

/** Bare names do not pass Vite's own analysis: they become the shell's addresses before it looks. */
function sharedFromShell(imports: Readonly<Record<string, string>>, origin: string): Plugin {
  return {
    name: 'shuxiang:shared-from-shell',
    apply: 'serve',
    enforce: 'pre',
    resolveId(source) {
      const path = imports[source]
      return path === undefined ? null : { id: `${origin}${path}`, external: true }
    },
  }
}
