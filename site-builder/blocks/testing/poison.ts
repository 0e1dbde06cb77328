/** A text put wherever a text may stand, by declaration in fields and by shape in answers. */
import type { Json } from '@shuxiang/site-model'
import type { Shape } from '../answers/operation.ts'
import type { StoredFields } from '../contract.ts'
import type { Field, Fields } from '../fields/declaration.ts'

type Change = (usual: string) => string

const isObject = (value: Json | undefined): value is StoredFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every string in a value, but for what names a thing of the model itself. */
function everyString(value: Json, change: Change): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => everyString(item, change))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      ['type', 'from', 'sort', 'name', 'tag'].includes(key) ? item : everyString(item, change),
    ]),
  )
}

function poisonedField(field: Field, value: Json, change: Change): Json {
  switch (field.kind) {
    case 'text':
      return everyString(value, (usual) =>
        change(usual)
          .replace(/[\r\n]/g, '')
          .slice(0, field.longest),
      )
    case 'longText':
      return everyString(value, (usual) => change(usual).slice(0, field.longest))
    case 'richText':
      return everyString(value, change)
    case 'record':
    case 'resources':
      // Each stays another than its neighbours.
      return everyString(value, (usual) => `${change(usual)}${usual}`.slice(0, 200))
    case 'list':
      return Array.isArray(value)
        ? value.map((group) => (isObject(group) ? poisonedFields(field.of, group, change) : group))
        : value
    default:
      return value
  }
}

/** The fields with a text in every place for text. They still fit their declaration. */
export function poisonedFields(fields: Fields, values: StoredFields, change: Change): StoredFields {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name]
      return [name, field ? poisonedField(field, value, change) : value]
    }),
  )
}

/** The answer with a text in every place for text. It still fits its operation. */
export function poisonedAnswer(value: unknown, shape: Shape, change: Change): unknown {
  if (value === null || value === undefined) return value
  if (shape === 'text') return change(String(value))
  if (typeof shape === 'string' || typeof value !== 'object') return value
  if ('maybe' in shape) return poisonedAnswer(value, shape.maybe, change)
  if ('list' in shape)
    return Array.isArray(value)
      ? value.map((item: unknown) => poisonedAnswer(item, shape.list, change))
      : value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => {
      const inner = shape.fields[name]
      return [name, inner === undefined ? item : poisonedAnswer(item, inner, change)]
    }),
  )
}
