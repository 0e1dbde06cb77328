/** Whether the sources of a microfrontend speak by its messages and colour by the theme only. Node. */
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Messages } from '../contract.ts'

export interface Source {
  /** Below the folder that was read. */
  readonly path: string
  readonly text: string
}

/** Not what a reader sees: packages, tests and their data, generated files, the messages themselves. */
const LEFT_OUT =
  /(^|\/)(node_modules|testing|fixtures|gallery|bench)\/|\.(test|generated)\.ts$|(^|\/)messages\/(zh-CN|en)\.ts$/

/** The components, modules and style sheets of a folder that make up what readers get. */
export async function readSources(folder: string): Promise<readonly Source[]> {
  // Not into `node_modules`: its links lead from package to package, and round in circles.
  const paths: string[] = []
  for await (const path of glob('**/*.{vue,ts,css}', { cwd: folder, exclude: ['**/node_modules'] }))
    if (!LEFT_OUT.test(path)) paths.push(path)
  paths.sort()
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })))
}

/** One line for each word that a template says itself, and for each Chinese word in a script. */
export function wordFaults(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const template = /<template>([\s\S]*)<\/template>/.exec(text)?.[1] ?? ''
    const bare = template
      .replaceAll(/<!--[\s\S]*?-->|\{\{[\s\S]*?\}\}/g, '')
      .replaceAll(/<[^>]*?(?:"[^"]*"[^>]*?)*>/g, '')
    const spoken = template.match(/\s(?:aria-label|title|placeholder|alt)="[^"]*\p{L}[^"]*"/gu) ?? []
    const script = withoutComments(path.endsWith('.vue') ? scriptOf(text) : path.endsWith('.ts') ? text : '')
    return [
      ...(bare.match(/\p{L}+/gu) ?? []),
      ...spoken.map((one) => one.trim()),
      ...(script.match(/\p{Script=Han}+/gu) ?? []),
    ].map((word) => `${path} says ${word}`)
  })
}

/** One line for each key that is used and has no message, and for each message that nobody uses. */
export function keyFaults(sources: readonly Source[], messages: Messages): string[] {
  const text = sources.map((source) => source.text).join('\n')
  const stems = new Set(Object.keys(messages['zh-CN']).map((key) => key.replace(/\.(one|other)$/, '')))
  const used = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '')
  const quoted = new Set([...text.matchAll(/'([\w.-]+)'/g)].map((match) => match[1] ?? ''))
  return [
    ...used.filter((key) => !stems.has(key)).map((key) => `no message "${key}"`),
    ...[...stems]
      .filter((key) => !quoted.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
      .map((key) => `nobody says "${key}"`),
  ]
}

const COLOUR =
  /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^)]*\)|:\s*(?:white|black|red|green|blue|gr[ae]y|silver|yellow|orange|purple)\b/gi
/** A shade has no hue and is the same in every theme; `oklab` alone names the space in which two tokens are mixed. */
const SHADE = /^rgb\(0 0 0 \/ [\d.%]+\)$/

/** One line for each colour that a style sheet names instead of a role of the theme. */
export function colourFaults(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, text }) => {
    const styles = path.endsWith('.css')
      ? [text]
      : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '')
    return styles
      .flatMap((style) => withoutComments(style).match(COLOUR) ?? [])
      .filter((colour) => !SHADE.test(colour))
      .map((colour) => `${path} names the colour ${colour.replace(/^:\s*/, '')}`)
  })
}

const scriptOf = (component: string): string =>
  [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1')
