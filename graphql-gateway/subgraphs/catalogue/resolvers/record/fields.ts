// The fields of `Record`, each with the stored fields it needs.
import { positionIn, type Kinds } from '@shuxiang/record'
import { asStored, fieldOf, type StoredType, interfaceLanguage } from '@shuxiang/subgraph-kit'
import { languages, nameOf, recordAddress, leading } from '@shuxiang/vocabulary'
import type { RecordDoc } from '../../model/record.ts'
import { always } from '../../store/reader.ts'
import type { CatalogueSearch } from '../../search/port.ts'
import { alike, likenesses } from './alike.ts'
import { chapter } from './chapter.ts'
import { collection } from './collection.ts'
import { dates } from './dates.ts'
import { details, kindFields } from './details.ts'
import { exported } from './export.ts'
import { facts } from './facts.ts'
import { files } from './files.ts'
import { holdings } from './holdings.ts'
import { members } from './members.ts'
import { otherScript } from './other-script.ts'
import { related } from './related.ts'
import { relations } from './relations.ts'
import { text } from './text.ts'
import { titleBeside } from './title-beside.ts'
import { formTopic, subjects, tune } from './topics.ts'
import { variants } from './variants.ts'
import { witnesses } from './witnesses.ts'
import { year } from './year.ts'
import type {
  RecordKindNameArgs,
  RecordLanguageNameArgs,
  RecordResolvers,
} from '../../schema/types.generated.ts'

const field = fieldOf<RecordDoc>()

/** `origin` of the portal, for addresses in exports; empty when unknown. */
export function recordFields(
  kinds: Kinds,
  origin: string,
  search: CatalogueSearch,
): StoredType<RecordDoc, RecordResolvers> {
  return {
    // `visible` takes everything else away from a withdrawn record; scopes tell who finds it.
    always,
    fields: {
      ...asStored<RecordDoc>()([
        'kind',
        'title',
        'alternativeTitles',
        'agents',
        'period',
        'language',
        'form',
        'abstract',
        'places',
        'identifiers',
        'rights',
        'access',
        'source',
        'holdingCount',
      ]),
      leadAgents: field(['agents'], ({ agents }) => [...leading(agents)]),
      otherAttributions: field(['agents'], ({ agents }) => {
        const main = leading(agents)
        return agents.filter((one) => !main.includes(one))
      }),
      id: field(['_id'], ({ _id }) => _id),
      kindName: field(
        ['kind'],
        ({ kind }, args: RecordKindNameArgs) => kinds.of(kind).entry.words[interfaceLanguage(args)],
      ),
      isWork: field(['kind'], ({ kind }) => kinds.of(kind).manner.describes === 'work'),
      risType: field(['kind'], ({ kind }) => kinds.of(kind).manner.ris),
      url: field(['_id'], ({ _id }) => recordAddress(_id)),
      facts: facts(kinds),
      languageName: field(['language'], ({ language }, args: RecordLanguageNameArgs) =>
        nameOf(languages, language, interfaceLanguage(args)),
      ),
      position: field(['relations'], ({ relations }) => positionIn({ relations }) ?? null),
      dates,
      year: year(kinds),
      parallelTitles: field(['parallelTitles'], ({ parallelTitles = [] }) =>
        parallelTitles.map((one) => ({ ...one, source: one.source ?? null })),
      ),
      titleBeside,
      text,
      otherScript,
      witnesses,
      variants,
      readable: field(['textCount', 'withdrawn'], ({ textCount, withdrawn }) => !withdrawn && textCount > 0),
      chapters: field(['contents', 'language'], ({ contents, language }) =>
        contents.map((one) => ({ ...one, language })),
      ),
      chapter,
      collection,
      subjects,
      formTopic,
      tune,
      relations,
      members,
      files,
      holdings,
      alike: alike(search),
      likenesses: likenesses(search),
      related,
      withdrawn: field(['withdrawn'], ({ withdrawn }) =>
        withdrawn ? { at: withdrawn.at.toISOString(), reason: withdrawn.reason } : null,
      ),
      export: exported(kinds, origin),
      updatedAt: field(['updatedAt'], ({ updatedAt }) => updatedAt.toISOString()),
      details,
      ...kindFields(kinds),
    },
  }
}
