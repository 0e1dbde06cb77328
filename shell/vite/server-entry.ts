/** The one module that the server loads of a release: its pages and its extensions, with one copy of what they share. */
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Authored } from './microfrontend-json.ts'

/** Name by which the build knows the module; nobody writes it. */
export const SERVER_ENTRY = 'virtual:shuxiang-server'

/** Exports `default` (null without pages for the server); `extensions` and `documents` by their place in `microfrontend.json`. */
export function serverEntry(folder: string, authored: Authored): Plugin {
  const imports: string[] = []
  const list = (letter: string, modules: readonly (string | undefined)[]): string => {
    const names = modules.map((module, i) => {
      if (module === undefined) return 'null'
      imports.push(`import ${letter}${i} from ${JSON.stringify(join(folder, module))}`)
      return `${letter}${i}`
    })
    return `[${names.join(', ')}]`
  }
  const [page] = list('s', [authored.server ?? undefined])
    .slice(1, -1)
    .split(', ')
  const extensions = list(
    'e',
    authored.extensions.map(({ server }) => server),
  )
  const documents = list(
    'd',
    authored.pages.map((one) => one.documents),
  )
  const text = [
    ...imports,
    `export default ${page}`,
    `export const extensions = ${extensions}`,
    `export const documents = ${documents}`,
  ].join('\n')
  return {
    name: 'shuxiang:server-entry',
    resolveId: (source) => (source === SERVER_ENTRY ? `\0${SERVER_ENTRY}` : null),
    load: (id) => (id === `\0${SERVER_ENTRY}` ? text : null),
  }
}

/** True when there is anything for the server. */
export function hasServerSide({ server, extensions, pages }: Authored): boolean {
  return (
    server !== null ||
    extensions.some((one) => one.server !== undefined) ||
    pages.some(({ documents }) => documents !== undefined)
  )
}
