// The catalogue in the graph: schema and resolvers put together.
import { readingsOf } from '@shuxiang/han'
import type { Kinds } from '@shuxiang/record'
import { defineSubgraph, type Subgraph } from '@shuxiang/subgraph-kit'
import { collections as ownCollections, name } from './declared.ts'
import {
  action as onCorrections,
  Correction,
  corrections,
  deeds,
  sendCorrection,
} from './corrections/resolvers.ts'
import { countsInScope } from './resolvers/collection/counts-in-scope.ts'
import { openMissedCounter } from './missed/count.ts'
import { missedSearches } from './missed/resolvers.ts'
import { description } from './resolvers/collection/description.ts'
import { recordCount } from './resolvers/collection/record-count.ts'
import { newsResolvers } from './news/resolvers.ts'
import { person as agentPerson } from './resolvers/agent/person.ts'
import { character, characterFields } from './resolvers/query/character.ts'
import { scriptWords } from './resolvers/query/script-words.ts'
import { namesOf } from './resolvers/names.ts'
import { workCounts } from './resolvers/person/counts.ts'
import { personAlias, personFields, source } from './resolvers/person/fields.ts'
import { collection } from './resolvers/query/collection.ts'
import { collections } from './resolvers/query/collections.ts'
import { dailyPoem } from './resolvers/query/daily-poem.ts'
import { newRecords } from './resolvers/query/new-records.ts'
import { kinds, resourceKind } from './resolvers/query/kinds.ts'
import { person } from './resolvers/query/person.ts'
import { personOfTheDay } from './resolvers/query/person-of-the-day.ts'
import { personsNamed, personsOfName } from './resolvers/query/persons-named.ts'
import { record } from './resolvers/query/record.ts'
import { search as searchResolver } from './resolvers/query/search.ts'
import { suggest, suggestionFields } from './resolvers/query/suggest.ts'
import { otherScriptOfChapter } from './resolvers/record/chapter.ts'
import { chapterSummary } from './resolvers/record/chapter-summary.ts'
import { recordFields } from './resolvers/record/fields.ts'
import {
  accessLabel,
  agentLabel,
  agentStatement,
  dateLabel,
  dateText,
  holdingLabel,
  identifierLabel,
  relationLabel,
  rightsLabel,
} from './resolvers/record/words.ts'
import { collectionReferences, personReferences, recordReferences } from './resolvers/references.ts'
import { searchEdgeFields } from './resolvers/search-edge/fields.ts'
import { dates } from './resolvers/search-results/dates.ts'
import { edges } from './resolvers/search-results/edges.ts'
import {
  facetLabel,
  facets,
  facetValueBegins,
  facetValueLabel,
  facetValueUrl,
  facetValueYears,
} from './resolvers/search-results/facets.ts'
import { filling } from './resolvers/search-results/filling.ts'
import { instead, meant, missing, unfilteredCount } from './resolvers/search-results/meant.ts'
import { pageInfo } from './resolvers/search-results/page-info.ts'
import { reading } from './resolvers/search-results/reading.ts'
import { relaxed } from './resolvers/search-results/relaxed.ts'
import { totalCount } from './resolvers/search-results/total-count.ts'
import { namedFields, topic, topicFields, topicNameFields } from './resolvers/topic/topic.ts'
import { witnessFields } from './resolvers/witness/fields.ts'
import { catalogueTypeDefs } from './schema/type-defs.ts'
import type { CatalogueSearch } from './search/port.ts'
import type { Resolvers } from './schema/types.generated.ts'

/** What the catalogue needs beside the store, which comes with each request. */
export interface CatalogueParts {
  readonly search: CatalogueSearch
  /** The kinds that are installed. */
  readonly kinds: Kinds
  /** Whether there is a library with this id. */
  readonly isLibrary: (id: string) => Promise<boolean>
  /** What a library is called in English; without it all go by their own names. */
  readonly englishLibrary?: (code: string, name: string) => string
  /** Whether something came through a form of the shell; without it nothing counts as that. */
  readonly isShells?: (library: string, key: string) => boolean
  /** `https://…` of the portal, for addresses in citations; without one they are left out. */
  readonly origin?: string
}

const idOf = ({ _id }: { readonly _id: string }): string => _id

/** The subgraph of records, persons and collections. */
export function createCatalogue({
  search,
  kinds: installed,
  isLibrary,
  englishLibrary,
  isShells = () => false,
  origin = '',
}: CatalogueParts): Subgraph {
  const counts = countsInScope(search)
  const works = workCounts(search)
  const names = namesOf(installed, englishLibrary)
  const named = namedFields(names)
  const news = newsResolvers(search, installed)
  return defineSubgraph<Resolvers, 'Record' | 'SearchEdge'>({
    name,
    typeDefs: catalogueTypeDefs(installed),
    collections: ownCollections,
    actions: {
      'Query.missedSearches': 'page.draft',
      'Query.corrections': onCorrections,
      'Mutation.sendCorrection': 'correction.send',
      'Mutation.decideCorrection': onCorrections,
      'Mutation.eraseCorrection': onCorrections,
    },
    stored: { Record: recordFields(installed, origin, search), SearchEdge: searchEdgeFields },
    resolvers: {
      Query: {
        search: searchResolver(search, installed, names, openMissedCounter()),
        missedSearches: missedSearches({ isLibrary }),
        corrections,
        suggest: suggest(search),
        kinds: kinds(installed),
        record,
        collection: collection(counts),
        collections: collections(counts),
        character,
        scriptWords,
        person: person(works),
        personsNamed: personsNamed(search, works),
        topic: topic(search),
        dailyPoem,
        personOfTheDay: personOfTheDay(works),
        newRecords,
        searchNews: news.searchNews,
      },
      Mutation: { sendCorrection: sendCorrection({ isShells }), ...deeds },
      Correction,
      SavedSearch: { __resolveReferences: news.references, news: news.ofSaved },
      SearchNews: { latest: news.latest },
      SearchResults: {
        totalCount,
        edges,
        pageInfo,
        facets,
        relaxed,
        instead,
        meant,
        missing,
        unfilteredCount,
        reading,
        filling,
        dates,
      },
      Meant: {
        persons: (one, _, context) =>
          one.kind === 'creator' ? personsOfName(search, works, one.text, context) : [],
      },
      Facet: { label: facetLabel },
      FacetValue: {
        label: facetValueLabel,
        url: facetValueUrl,
        years: facetValueYears,
        begins: facetValueBegins,
      },
      Record: { __resolveReferences: recordReferences },
      Suggestion: suggestionFields,
      ResourceKind: resourceKind,
      Chapter: { otherScript: otherScriptOfChapter },
      ChapterSummary: chapterSummary,
      Paragraph: { pinyin: ({ text }) => readingsOf(text) },
      Character: characterFields,
      Agent: { person: agentPerson, label: agentLabel, statement: agentStatement },
      RecordDate: { label: dateLabel, text: dateText },
      Relation: { label: relationLabel },
      Access: { label: accessLabel },
      Rights: { label: rightsLabel },
      Identifier: { label: identifierLabel },
      Holding: { label: holdingLabel },
      Witness: witnessFields,
      Person: {
        __resolveReferences: personReferences,
        ...personFields(works, origin),
      },
      PersonAlias: personAlias,
      Source: source,
      Period: named.Period,
      Subject: named.Subject,
      Topic: topicFields(names, works),
      TopicName: topicNameFields(names),
      Collection: {
        __resolveReferences: collectionReferences,
        ...named.Collection,
        id: idOf,
        description,
        recordCount: recordCount(counts),
      },
    },
  })
}
