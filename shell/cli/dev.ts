// `npm run dev [-- microfrontend…]`: the product with hot reload of the microfrontends named (all of them by default);
// `npm run dev -- ui`: the shared widgets alone.
import { microfrontendFolders } from '../vite/microfrontend-folders.ts'
import { build } from './build.ts'
import { Failure } from './failure.ts'
import { root, settings } from './paths.ts'
import { portTaken } from './port.ts'
import { createProgress } from './progress.ts'
import { serve } from './start.ts'

/** Stands in the place of a microfrontend's name. */
const WIDGETS = 'ui'

export async function run(args: readonly string[]): Promise<number> {
  const set = settings(process.env)
  if ('sentence' in set) throw new Failure(set.sentence)
  const all = [...microfrontendFolders(root).keys()]
  const widgets = args.length === 1 && args[0] === WIDGETS
  const unknown = widgets ? undefined : args.find((name) => !all.includes(name))
  if (unknown !== undefined)
    throw new Failure(
      `There is no microfrontend "${unknown}"; there are: ${all.join(', ')}. "${WIDGETS}" alone shows the shared widgets.`,
    )
  if (await portTaken(set.port))
    throw new Failure(
      `Port ${set.port} is in use: stop what uses it, or give another, PORT=${set.port + 10} npm run dev.`,
    )
  if (widgets) {
    const { gallery } = await import('./gallery.ts')
    return gallery(set.port, set.buildDir)
  }
  const progress = createProgress(process.stdout)
  await build({ buildDir: set.buildDir, progress })
  return serve(set, progress, { DEV_MICROFRONTENDS: (args.length > 0 ? args : all).join(',') })
}
