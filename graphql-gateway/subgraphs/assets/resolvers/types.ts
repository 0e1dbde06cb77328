// Types of pictures and files.
import { badInput, textsOf } from '@shuxiang/subgraph-kit'
import { mostBytes, mostUses, partBytes, pieceBytes } from '../bounds.ts'
import type { AssetsPorts } from '../ports.ts'
import type { Resolvers } from '../schema/types.generated.ts'
import { isDescribed } from '../store/change.ts'
import { isDeleted, type VariantDoc } from '../store/documents.ts'
import { pieceOf } from '../store/files.ts'
import { keptBy } from '../store/kept.ts'
import { partsOf, received } from '../store/receive.ts'
import { endings, kindNames, licenceNames, refusalNames, stateNames } from './names.ts'

type AssetTypes =
  'AssetConnection' | 'Asset' | 'AssetShown' | 'AssetVariant' | 'AssetUse' | 'SiteAsset' | 'AssetFile'
/** Other fields are as they are kept. */
type Some = { readonly [Name in AssetTypes]: Partial<NonNullable<Resolvers[Name]>> }

const addressOf = ({ hash, type }: VariantDoc): string => `/_files/${hash}.${endings[type]}`

export const assetTypes = ({ usesOf }: AssetsPorts) =>
  ({
    AssetConnection: {
      kept: ({ library }, _args, { db }) => keptBy(db, library),
      room: () => mostBytes,
    },
    Asset: {
      id: ({ _id }) => _id,
      state: ({ state }) => stateNames[state],
      refusal: ({ refusal }) => refusal && refusalNames[refusal],
      partBytes: () => partBytes,
      parts: (asset) => partsOf(asset),
      received: (asset, _args, { db }) => received(db, asset),
      before: ({ before }) => before?.shown ?? null,
      alt: ({ alt }) => textsOf(alt),
      licence: ({ licence }) => licenceNames[licence],
      title: ({ title }) => textsOf(title),
      described: (asset) => isDescribed(asset),
      by: ({ byName }) => byName,
      at: ({ at }) => at.toISOString(),
      changedAt: ({ changed }) => new Date(changed).toISOString(),
      deletedAt: (asset) => (isDeleted(asset) ? asset.deletedAt.toISOString() : null),
      usedIn: ({ library, _id }) => usesOf(library, _id, mostUses),
    },
    AssetShown: { kind: ({ kind }) => kindNames[kind] },
    AssetVariant: { url: addressOf },
    AssetUse: { title: ({ title }) => textsOf(title) },
    SiteAsset: {
      id: ({ _id }) => _id,
      kind: ({ shown }) => kindNames[shown.kind],
      described: (asset) => isDescribed(asset),
      width: ({ shown }) => Math.max(...shown.variants.map(({ width }) => width)),
      height: ({ shown }) => Math.max(...shown.variants.map(({ height }) => height)),
      variants: ({ shown }) => shown.variants,
      alt: ({ alt }) => textsOf(alt),
      licence: ({ licence }) => licenceNames[licence],
      title: ({ title }) => textsOf(title),
      pages: ({ shown }) => shown.pages,
    },
    AssetFile: {
      pieceBytes: () => pieceBytes,
      async piece({ _id }, { number }, { db }) {
        if (!Number.isInteger(number) || number < 0) throw badInput('number: give a whole number from 0.')
        return (await pieceOf(db, _id, number))?.toString('base64') ?? null
      },
    },
  }) satisfies Some
