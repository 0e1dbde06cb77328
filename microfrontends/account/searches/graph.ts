/** Between the graph's way to write a search and ours. */
import type { Asked } from './saved.ts'

interface Filter {
  readonly name: string
  readonly anyOf: readonly string[]
}

export const filtersOf = (filters: Asked['filters']): readonly { name: string; anyOf: string[] }[] =>
  Object.entries(filters).map(([name, values]) => ({ name, anyOf: [...values] }))

export const filtersIn = (filters: readonly Filter[]): Asked['filters'] =>
  Object.fromEntries(filters.map(({ name, anyOf }) => [name, anyOf]))
