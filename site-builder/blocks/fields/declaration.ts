/**
 * What a block says of its fields: plain data, read by the schema, by the fields of a new block and by the editor's
 * panel. `declare.ts` writes it, this file gives its types.
 */
import type { Localized, LocalizedRich } from '@shuxiang/site-model'
import type { Words } from '@shuxiang/vocabulary'

/** How a field is called in the editor, and a sentence that helps to fill it in. */
export interface Told {
  readonly label: Words
  readonly help?: Words
}

/** A new block has the default; a field without one may be left out. */
export type Presence<Value> =
  | { readonly default: Value; readonly optional?: never; readonly needed?: never }
  | {
      readonly optional: true
      /** True: the block may be drawn without it, but a page with it is not published. */
      readonly needed?: true
      readonly default?: never
    }

/**
 * Text of one language for all readers, or with `localized` one for each language. `longest`: characters. `names`: it is the
 * name of something that the product has, which an editor offers to choose: what services offer, or parts that others keep.
 */
export type TextOptions = Told & { readonly longest: number } & (
    | ({ readonly localized: true; readonly names?: never } & Presence<Localized>)
    | ({ readonly localized?: never; readonly names?: 'offers' | 'parts' } & Presence<string>)
  )
export type RichTextOptions = Told & Presence<LocalizedRich>
export type ToggleOptions = Told & { readonly default: boolean }
export type NumberOptions = Told & Presence<number> & { readonly least: number; readonly most: number }
/** Values with their words, in the order in which they are offered. */
export type ChoiceOptions = Told & {
  readonly options: Readonly<Record<string, Words>>
  readonly default: string
}
/** `day`: `YYYY-MM-DD`. `instant`: ISO 8601 with an offset. */
export type DateOptions = Told & Presence<string> & { readonly of: 'day' | 'instant' }

/** What a link may lead to. */
export const linkKinds = ['page', 'record', 'asset', 'path', 'elsewhere', 'mail'] as const
export type LinkKind = (typeof linkKinds)[number]
export type LinkOptions = Told & Presence<string> & { readonly to: readonly LinkKind[] }

export const sortOrders = ['RELEVANCE', 'TITLE', 'OLDEST', 'NEWEST', 'POPULAR'] as const
export type SortOrder = (typeof sortOrders)[number]

/** Records by a saved query, or picked by hand in their order, each with a note if somebody wrote one. */
export type Resources =
  | {
      readonly from: 'query'
      readonly query: string
      readonly filter: readonly { readonly name: string; readonly anyOf: readonly string[] }[]
      readonly sort: SortOrder
      readonly first: number
    }
  | {
      readonly from: 'picked'
      readonly items: readonly { readonly id: string; readonly note?: Localized | undefined }[]
    }
/** `most`: records on the shelf. */
export type ResourcesOptions = Told & Presence<Resources> & { readonly most: number }

/** Id of one record. */
export type RecordOptions = Told & Presence<string>

/** A file of the library by its id. What it shows is said with the file; `alt` only where the page needs other words. */
export interface AssetReference {
  readonly id: string
  readonly alt?: Localized | undefined
}
export type AssetOptions = Told &
  Presence<AssetReference> & { readonly accept: 'image' | 'document' | 'audio' }

/** Facts of the site's own library: kept once, with the library, and never by id on a page. Nothing is stored here. */
export type EntityOptions = Told & { readonly entity: 'hours' | 'notices' | 'contact' | 'events' }

/** Groups of fields, each group the same fields; in their order. */
export type ListOptions = Told & {
  readonly of: Fields
  /** What one of them is called: `添加一条{…}`. */
  readonly each: Words
  readonly least?: number
  readonly most: number
  readonly default?: readonly Readonly<Record<string, unknown>>[]
}

/** What kind of block it is: how the palette orders blocks, and what a slot allows. */
export const blockGroups = ['opening', 'layout', 'text', 'records', 'library', 'navigation'] as const
export type BlockGroup = (typeof blockGroups)[number]

/** A place for blocks inside of a block. */
export type SlotOptions = Told & {
  readonly allow: { readonly groups?: readonly BlockGroup[]; readonly types?: readonly string[] }
  /** Blocks that stand in it side by side. */
  readonly most: number
  /** Levels of blocks inside: 1 holds blocks that hold none. */
  readonly depth: number
}

export type TextField = TextOptions & { readonly kind: 'text' | 'longText' }
export type RichTextField = RichTextOptions & { readonly kind: 'richText' }
export type ToggleField = ToggleOptions & { readonly kind: 'switch' }
export type NumberField = NumberOptions & { readonly kind: 'number' }
export type ChoiceField = ChoiceOptions & { readonly kind: 'choice' }
export type DateField = DateOptions & { readonly kind: 'date' }
export type LinkField = LinkOptions & { readonly kind: 'link' }
export type ResourcesField = ResourcesOptions & { readonly kind: 'resources' }
export type RecordField = RecordOptions & { readonly kind: 'record' }
export type AssetField = AssetOptions & { readonly kind: 'asset' }
export type EntityField = EntityOptions & { readonly kind: 'entity' }
export type ListField = ListOptions & { readonly kind: 'list' }
export type SlotField = SlotOptions & { readonly kind: 'slot' }

/** One field of a block. The set is closed: whoever reads fields reads all of them. */
export type Field =
  | TextField
  | RichTextField
  | ToggleField
  | NumberField
  | ChoiceField
  | DateField
  | LinkField
  | ResourcesField
  | RecordField
  | AssetField
  | EntityField
  | ListField
  | SlotField
/** The fields of a block by name, in the order of the editor's panel. */
export interface Fields {
  readonly [name: string]: Field
}

type ValueOf<F> = F extends { readonly kind: 'text' | 'longText' }
  ? F extends { readonly localized: true }
    ? Localized
    : string
  : F extends { readonly kind: 'richText' }
    ? LocalizedRich
    : F extends { readonly kind: 'switch' }
      ? boolean
      : F extends { readonly kind: 'number' }
        ? number
        : F extends { readonly kind: 'choice'; readonly options: infer Options }
          ? keyof Options & string
          : F extends { readonly kind: 'date' | 'link' | 'record' }
            ? string
            : F extends { readonly kind: 'resources' }
              ? Resources
              : F extends { readonly kind: 'asset' }
                ? AssetReference
                : F extends { readonly kind: 'list'; readonly of: infer Group extends Fields }
                  ? readonly FieldsOf<Group>[]
                  : never

/** Names of fields of which something is stored in `fields` of a block. */
type StoredNames<D> = {
  [Name in keyof D]: D[Name] extends { readonly kind: 'slot' | 'entity' } ? never : Name
}[keyof D]
type OptionalNames<D> = {
  [Name in keyof D]: D[Name] extends { readonly optional: true } ? Name : never
}[keyof D]

/** The checked fields of a block that declares `D`. */
export type FieldsOf<D> = {
  readonly [Name in Exclude<StoredNames<D>, OptionalNames<D>>]: ValueOf<D[Name]>
} & {
  readonly [Name in Extract<StoredNames<D>, OptionalNames<D>>]?: ValueOf<D[Name]> | undefined
}

/** Names of the slots of a block that declares `D`. */
export type SlotNames<D> = {
  [Name in keyof D & string]: D[Name] extends { readonly kind: 'slot' } ? Name : never
}[keyof D & string]
