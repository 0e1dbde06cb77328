/** The one module that the server loads of a release: its pages and its extensions, with one copy of what they share. */
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Authored } from './microfrontend-json.ts'

/** Name by which the build knows the module; nobody writes it. */
export const SERVER_ENTRY = 'virtual:shuxiang-server'

/** Exports `default` (null without pages for the server) and `extensions` by their place in `microfrontend.json`. */
export function serverEntry(folder: string, authored: Authored): Plugin {
  const module = (path: string): string => JSON.stringify(join(folder, path))
  return {
    name: 'shuxiang:server-entry',
    resolveId: (source) => (source === SERVER_ENTRY ? `\0${SERVER_ENTRY}` : null),
    load(id) {
      if (id !== `\0${SERVER_ENTRY}`) return null
      const extensions = authored.extensions.map(({ server }, i) =>
        server === undefined ? null : `import e${i} from ${module(server)}`,
      )
      return [
        ...extensions.filter((line) => line !== null),
        authored.server === null
          ? 'export default null'
          : `export { default } from ${module(authored.server)}`,
        `export const extensions = [${extensions.map((line, i) => (line === null ? 'null' : `e${i}`)).join(', ')}]`,
      ].join('\n')
    },
  }
}
