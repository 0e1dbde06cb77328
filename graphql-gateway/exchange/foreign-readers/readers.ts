// What programs of others take for the title of an exported record; a door of its own, for suites.
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import jsonld from 'jsonld'
import { Marc } from 'marcjs'
import { z } from 'zod'
import { cslProblem } from './csl-data.ts'

/** schema.org's own context is not fetched; its vocabulary is what the terms need. */
export const documentLoader = async (url: string) => ({
  contextUrl: null,
  documentUrl: url,
  document: { '@context': { '@vocab': 'https://schema.org/' } },
})

const items = z.tuple([z.looseObject({ title: z.string() })])
const nodes = z.tuple([
  z.looseObject({ 'https://schema.org/name': z.tuple([z.object({ '@value': z.string() })]) }),
])
const byCitationJs = (text: string): string => items.parse(plugins.input.chain(text))[0].title

/**
 * Readers by the format that they read: citation-js, the parser of Better BibTeX, the schema of CSL-JSON, jsonld.js,
 * marcjs. Errors: `Error` of the reader for what it refuses.
 */
export const titlesRead: Readonly<Record<string, (text: string) => Promise<readonly string[]>>> = {
  BIBTEX: async (text) => {
    const { entries, errors } = parseBibtex(text)
    if (errors.length > 0) throw new Error(`Better BibTeX: ${JSON.stringify(errors)}`)
    return [byCitationJs(text), ...entries.map(({ fields }) => fields.title ?? '')]
  },
  RIS: async (text) => [byCitationJs(text)],
  CSLJSON: async (text) => {
    const problem = cslProblem(JSON.parse(text))
    if (problem !== null) throw new Error(problem)
    return [byCitationJs(text)]
  },
  JSONLD: async (text) => {
    const [node] = nodes.parse(await jsonld.expand(JSON.parse(text), { documentLoader }))
    return [node['https://schema.org/name'][0]['@value']]
  },
  MARCXML: async (text) => {
    const { fields } = Marc.parse(text, 'marcxml')
    // Of a person and an organisation the name is the heading.
    const heading =
      fields.find(([tag]) => tag === '245') ?? fields.find(([tag]) => /^1[01]0$/.test(tag ?? ''))
    return [heading?.[3] ?? '']
  },
}
