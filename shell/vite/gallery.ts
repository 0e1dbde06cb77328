/** The gallery of the shared widgets: built as a page that stands alone, or served with hot reload. */
import { themeFiles } from '@shuxiang/themes/files'
import { join } from 'node:path'
import { build, createServer, type Plugin } from 'vite'
import { BROWSERS, baseConfig, microfrontend, sdkFolder } from './settings.ts'

const folder = join(sdkFolder, 'ui/gallery')
const SHEET = 'theme.css'

/** Write `index.html` with everything it loads into a folder; any static server can serve it. */
export async function buildGallery(outDir: string): Promise<void> {
  await build({
    ...baseConfig(folder, 'production'),
    plugins: [theme(), microfrontend('gallery')],
    build: {
      outDir,
      emptyOutDir: true,
      target: BROWSERS,
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: { checks: { pluginTimings: false } },
    },
  })
}

/** Serve the gallery on the loopback with hot reload. Answers its address and how to end it. */
export async function serveGallery(
  port: number,
  cacheDir: string,
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = await createServer({
    ...baseConfig(folder, 'development'),
    cacheDir,
    plugins: [theme(), microfrontend('gallery', 'development')],
    server: { host: '127.0.0.1', port, strictPort: true },
  })
  await server.listen()
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** The look of the portal, before the sheet of the widgets: its first line says in which order layers win. */
function theme(): Plugin {
  const css = themeFiles()
    .map(({ text }) => text)
    .join('\n')
  return {
    name: 'shuxiang:theme',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'link', attrs: { rel: 'stylesheet', href: `./${SHEET}` }, injectTo: 'head-prepend' },
      ],
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: SHEET, source: css })
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${SHEET}`, (_request, response) => {
        response.setHeader('content-type', 'text/css; charset=utf-8')
        response.end(css)
      })
    },
  }
}
