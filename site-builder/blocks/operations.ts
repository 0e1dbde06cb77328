/** The operations that blocks ask for, as text. Node only: reads the `.graphql` files beside the blocks. */
import { readFileSync } from 'node:fs'

const files = [
  'hero-search/hero-search',
  'resource-shelf/resource-shelf',
  'library-directory/library-directory',
] as const

/** GraphQL documents of all blocks, one text a file; together they hold every operation that `queriesOf` names. */
export function operationTexts(): readonly string[] {
  return files.map((file) => readFileSync(new URL(`./${file}.graphql`, import.meta.url), 'utf8'))
}
