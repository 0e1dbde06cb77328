// The fields of `Record`, each with the stored fields it needs.
import { asStored, fieldOf, type StoredType } from '@shuxiang/subgraph-kit'
import { recordAddress } from '@shuxiang/vocabulary'
import type { RecordDoc } from '../../model/record.ts'
import { collection } from './collection.ts'
import { exported } from './export.ts'
import { holdings } from './holdings.ts'
import { part } from './part.ts'
import { related } from './related.ts'

const field = fieldOf<RecordDoc>()

/** `origin` of the portal, for addresses in exports; empty when unknown. */
export function recordFields(origin: string): StoredType<RecordDoc> {
  return {
    // `visible` takes everything else away from a withdrawn record.
    always: ['withdrawn'],
    fields: {
      ...asStored<RecordDoc>()([
        'kind',
        'title',
        'alternativeTitles',
        'creators',
        'period',
        'year',
        'language',
        'form',
        'abstract',
        'subjects',
        'identifiers',
        'rights',
        'source',
        'text',
        'parts',
      ]),
      id: field(['_id'], ({ _id }) => _id),
      url: field(['_id'], ({ _id }) => recordAddress(_id)),
      // A work in parts has no text of its own, but first lines.
      readable: field(
        ['textLength', 'opening', 'withdrawn'],
        ({ textLength, opening, withdrawn }) => !withdrawn && (textLength > 0 || opening !== null),
      ),
      collection,
      part,
      holdingCount: field(['holdings'], ({ holdings: all }) => all.length),
      holdings,
      related,
      withdrawn: field(['withdrawn'], ({ withdrawn }) =>
        withdrawn ? { at: withdrawn.at.toISOString(), reason: withdrawn.reason } : null,
      ),
      export: exported(origin),
      updatedAt: field(['updatedAt'], ({ updatedAt }) => updatedAt.toISOString()),
    },
  }
}
