// Opens the sources that are installed: one that cannot be opened keeps neither the others nor other jobs from their work.
import type { Source, SourceModule, SourceOptions } from '@shuxiang/record/source'
import type { Log } from '@shuxiang/subgraph-kit'

/** Those that could be opened, in their order; of the others the log tells why. */
export async function openSources(
  modules: readonly SourceModule[],
  options: SourceOptions,
  log: Pick<Log, 'error'>,
): Promise<readonly Source[]> {
  const opened = await Promise.all(
    modules.map(async (module) => {
      try {
        return [await module.open(options)]
      } catch (error) {
        log.error({ source: module.name, err: error }, 'the source cannot be opened; it is not imported')
        return []
      }
    }),
  )
  return opened.flat()
}
