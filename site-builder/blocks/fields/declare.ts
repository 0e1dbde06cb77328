/** Writing the fields of a block: one declaration gives schema, first value, field in the editor and its words. */
import type {
  AssetOptions,
  ChoiceOptions,
  DateOptions,
  EntityOptions,
  Fields,
  LinkOptions,
  ListOptions,
  NumberOptions,
  RecordOptions,
  ResourcesOptions,
  RichTextOptions,
  SlotOptions,
  TextOptions,
  ToggleOptions,
} from './declaration.ts'

const kind =
  <const Kind extends string, Options>(kind: Kind) =>
  <const Given extends Options>(options: Given): Given & { readonly kind: Kind } => ({ kind, ...options })

/** One line. */
export const text = kind<'text', TextOptions>('text')
/** Several lines, without marks. */
export const longText = kind<'longText', TextOptions>('longText')
/** Paragraphs, headings, lists, quotations and links, by language. */
export const richText = kind<'richText', RichTextOptions>('richText')
/** On or off. */
export const toggle = kind<'switch', ToggleOptions>('switch')
/** A whole number. */
export const number = kind<'number', NumberOptions>('number')
/** One of a few values. */
export const choice = kind<'choice', ChoiceOptions>('choice')
/** A day or an instant. */
export const date = kind<'date', DateOptions>('date')
/** Where something leads. */
export const link = kind<'link', LinkOptions>('link')
/** Records, by a saved query or by hand. */
export const resources = kind<'resources', ResourcesOptions>('resources')
/** One record. */
export const record = kind<'record', RecordOptions>('record')
/** A file of the library. */
export const asset = kind<'asset', AssetOptions>('asset')
/** Facts of the site's own library. */
export const entity = kind<'entity', EntityOptions>('entity')
/** Groups of fields. */
export const list = kind<'list', ListOptions>('list')
/** A place for blocks. */
export const slot = kind<'slot', SlotOptions>('slot')

/** The fields of a block. Gives back what it is given; the compiler keeps every literal of it. */
export function declare<const D extends Fields>(fields: D): D {
  return fields
}
