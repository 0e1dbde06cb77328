/** The schema of declared fields. What it refuses is told in words by `faults.ts`, from code and parameters alone. */
import { localeTag, localized, localizedRich } from '@shuxiang/site-model'
import { safeUrl } from '@shuxiang/site-render/markup'
import { z } from 'zod'
import { sortOrders } from './declaration.ts'
import type { Field, Fields, FieldsOf, LinkKind } from './declaration.ts'

const id = z.string().min(1).max(200)
const note = 200

/** Whether a text is a target of that kind. Addresses are judged as they are when they are drawn. */
const leads: Readonly<Record<LinkKind, (target: string) => boolean>> = {
  page: (target) => /^page:[\w/-]{1,200}$/.test(target),
  record: (target) => /^record:.{1,200}$/.test(target),
  asset: (target) => /^asset:[\w-]{1,200}$/.test(target),
  path: (target) => /^[/?#]/.test(target) && safeUrl(target) !== '#',
  elsewhere: (target) => /^https?:/i.test(target) && safeUrl(target) !== '#',
  mail: (target) => /^(?:mailto|tel):./i.test(target) && safeUrl(target) !== '#',
}

/** The kind of a link target; undefined when it leads nowhere. */
export function linkKindOf(target: string, allowed: readonly LinkKind[]): LinkKind | undefined {
  return allowed.find((kind) => leads[kind](target))
}

/** Refusals that are no rule of zod's own carry this name of what was wrong. */
const because = (fault: string): { readonly params: { readonly fault: string } } => ({ params: { fault } })

const eachOnce = (values: readonly string[]): boolean => new Set(values).size === values.length

const resources = (most: number) =>
  z.discriminatedUnion('from', [
    z.strictObject({
      from: z.literal('query'),
      query: z.string().max(200),
      filter: z
        .array(
          z.strictObject({
            // Kinds bring facets of their own, so the names are no closed set.
            name: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
            anyOf: z.array(id).min(1).max(20),
          }),
        )
        .max(6),
      sort: z.enum(sortOrders),
      first: z.int().min(1).max(most),
    }),
    z.strictObject({
      from: z.literal('picked'),
      items: z
        .array(z.strictObject({ id, note: localized(note).optional() }))
        .min(1)
        .max(most)
        .refine((items) => eachOnce(items.map((item) => item.id)), because('twice')),
    }),
  ])

function valueSchema(field: Field): z.ZodType | null {
  switch (field.kind) {
    case 'text': {
      const line = z
        .string()
        .max(field.longest)
        .refine((text) => !/[\r\n]/.test(text), because('lines'))
      return field.localized
        ? z.record(localeTag, line).refine((texts) => Object.keys(texts).length > 0, because('noText'))
        : line
    }
    case 'longText':
      return field.localized ? localized(field.longest) : z.string().max(field.longest)
    case 'richText':
      return localizedRich
    case 'switch':
      return z.boolean()
    case 'number':
      return z.int().min(field.least).max(field.most)
    case 'choice':
      return z.enum(Object.keys(field.options))
    case 'date':
      return field.of === 'day' ? z.iso.date() : z.iso.datetime({ offset: true })
    case 'link':
      return z
        .string()
        .min(1)
        .max(2000)
        .refine((target) => linkKindOf(target, field.to) !== undefined, because('link'))
    case 'resources':
      return resources(field.most)
    case 'record':
      return id
    case 'asset':
      return z.strictObject({ id: z.string().regex(/^[\w-]{1,200}$/), alt: localized(300).optional() })
    case 'list':
      return z
        .array(schemaOf(field.of))
        .min(field.least ?? 0)
        .max(field.most)
    case 'entity':
    case 'slot':
      return null
  }
}

const schemas = new WeakMap<Fields, z.ZodType>()

/** The schema of what a block stores under `fields`; slots and facts of the library store nothing there. */
export function schemaOf(fields: Fields): z.ZodType {
  const known = schemas.get(fields)
  if (known) return known
  const shape: Record<string, z.ZodType> = {}
  for (const [name, field] of Object.entries(fields)) {
    const schema = valueSchema(field)
    if (schema) shape[name] = 'optional' in field && field.optional ? schema.optional() : schema
  }
  const made = z.strictObject(shape)
  schemas.set(fields, made)
  return made
}

/** True when a value of unknown origin is what the declaration says. */
export function isFieldsOf<D extends Fields>(declared: D, value: unknown): value is FieldsOf<D> {
  return schemaOf(declared).safeParse(value).success
}
