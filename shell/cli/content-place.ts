// Where content that must not touch the portal is answered: by the operator's word, else on this machine alone.
import { Failure } from './failure.ts'
import type { Settings } from './paths.ts'
import { freePort, portTaken } from './port.ts'

/** Variables of the shell. */
export type ContentPlace = Readonly<Partial<Record<'CONTENT_ORIGIN' | 'CONTENT_PORT', string>>>

/**
 * An operator who names the portal names this origin, too, or goes without: readers elsewhere cannot ask this machine by
 * `127.0.0.1`. Errors: `Failure` for a port that somebody has named and another program has.
 */
export async function contentPlace(
  { contentPort }: Pick<Settings, 'contentPort'>,
  env: NodeJS.ProcessEnv,
): Promise<ContentPlace> {
  if (env['CONTENT_ORIGIN'] || env['PUBLIC_ORIGIN'] || env['SHUXIANG_MODE'] === 'production') return {}
  const taken = await portTaken(contentPort)
  if (taken && env['CONTENT_PORT'])
    throw new Failure(
      `Port ${contentPort}, where code of libraries is shown, is in use: give another with CONTENT_PORT, or none and one is found.`,
    )
  // Its address stands in no link that anybody keeps.
  const port = taken ? await freePort() : contentPort
  return { CONTENT_ORIGIN: `http://127.0.0.1:${port}`, CONTENT_PORT: String(port) }
}
