// Where things are: the repository, what is built, what the product writes.
import { isAbsolute, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')

/** The environment a command reads; parsed once here, passed on to the parts as their own variables. */
export interface Settings {
  readonly port: number
  /** Where people sign in. */
  readonly identityPort: number
  /** Where content that must not touch the portal is answered on this machine. */
  readonly contentPort: number
  readonly dataDir: string
  readonly buildDir: string
}

/** Errors: a RangeError-like sentence naming the variable. */
export function settings(env: NodeJS.ProcessEnv): Settings | { readonly sentence: string } {
  const port = Number(env['PORT'] ?? '8080')
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return { sentence: `PORT is "${env['PORT']}": give a number from 1 to 65535.` }
  // The next one, so that a second copy of the product needs one number only.
  const identityPort = Number(env['IDENTITY_PORT'] || (port === 65_535 ? port - 1 : port + 1))
  if (!Number.isInteger(identityPort) || identityPort < 1 || identityPort > 65_535 || identityPort === port)
    return {
      sentence: `IDENTITY_PORT is "${env['IDENTITY_PORT']}": give a number from 1 to 65535 that is not PORT's.`,
    }
  const others = [port, identityPort]
  const free = [port + 2, port + 3, port - 2, port - 3].find((one) => one <= 65_535 && !others.includes(one))
  const contentPort = Number(env['CONTENT_PORT'] || free)
  if (
    !Number.isInteger(contentPort) ||
    contentPort < 1 ||
    contentPort > 65_535 ||
    others.includes(contentPort)
  )
    return {
      sentence: `CONTENT_PORT is "${env['CONTENT_PORT']}": give a number from 1 to 65535 that is neither PORT's nor IDENTITY_PORT's.`,
    }
  const folder = (value: string | undefined, standard: string) =>
    value === undefined || value === ''
      ? join(root, standard)
      : isAbsolute(value)
        ? value
        : resolve(root, value)
  return {
    port,
    identityPort,
    contentPort,
    dataDir: folder(env['DATA_DIR'], '.data'),
    buildDir: folder(env['BUILD_DIR'], '.build'),
  }
}
