// `npm run dev -- ui`: the shared widgets in every state, with hot reload and without the product.
import { once } from 'node:events'
import { join } from 'node:path'
import { serveGallery } from '../vite/gallery.ts'

/** Serves until Ctrl-C. */
export async function gallery(port: number, buildDir: string): Promise<number> {
  const { origin, close } = await serveGallery(port, join(buildDir, 'vite', 'gallery'))
  process.stdout.write(`The shared widgets are at ${origin} (Ctrl-C ends)\n`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await close()
  return 0
}
