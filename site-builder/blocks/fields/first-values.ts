/** The fields of a new block. */
import type { Json } from '@shuxiang/site-model'
import type { Fields } from './declaration.ts'

/** What a declaration gives as default is JSON; a copy of it, so that nobody edits the declaration itself. */
const copy = (value: unknown): Json => JSON.parse(JSON.stringify(value))

export function firstValues(fields: Fields): { [name: string]: Json } {
  const values: { [name: string]: Json } = {}
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'list') values[name] = copy(field.default ?? [])
    else if ('default' in field && field.default !== undefined) values[name] = copy(field.default)
  }
  return values
}
