// What stands behind the types of the schema in resolvers. Types that are not named here are as the schema shows them.
import type { FileContent, HoldingContent, Paragraph, RecordContent } from '@shuxiang/record'
import type { CitationStyleId, FormatId } from '@shuxiang/vocabulary'
import type { Connection } from '@shuxiang/subgraph-kit'
import type { CorrectionDoc } from '../corrections/documents.ts'
import type { RecordDoc } from '../model/record.ts'
import type { CharacterNode } from '../resolvers/query/character-node.ts'
import type { RecordDateNode } from '../resolvers/record/dates.ts'
import type { SearchEdge } from '../resolvers/search-edge/edge.ts'
import type { ChapterNode } from '../resolvers/record/chapter-node.ts'
import type { RecordPart } from '../store/reader.ts'

// Enumerations that are made of the vocabulary and of the kinds that are installed: their values are the stored ones.
export type { Meant as MeantMapper } from '@shuxiang/search/contract'
export type KindMapper = RecordContent['kind']
export type AgentRoleMapper = RecordContent['agents'][number]['role']
export type DateRoleMapper = RecordContent['dates'][number]['role']
export type RelationRoleMapper = RecordContent['relations'][number]['role']
export type AccessPolicyMapper = RecordContent['access']['policy']
export type FileRoleMapper = FileContent['role']
export type HoldingAccessMapper = HoldingContent['access']
export type ParagraphKindMapper = Paragraph['kind']
export type ExportFormatMapper = FormatId | CitationStyleId

export type RecordMapper = RecordPart
export type SourceMapper = RecordContent['source']
export type ChapterMapper = ChapterNode
export type ParagraphMapper = Paragraph
export type CharacterMapper = CharacterNode
export type { CorrectionDoc as CorrectionMapper } from '../corrections/documents.ts'
export type CorrectionConnectionMapper = Connection<CorrectionDoc>
export type RecordDateMapper = RecordDateNode
export type AgentMapper = RecordDoc['agents'][number]
export type IdentifierMapper = RecordDoc['identifiers'][number]
export type AccessMapper = RecordDoc['access']
export type { ChapterSummaryNode as ChapterSummaryMapper } from '../resolvers/record/chapter-summary-node.ts'
export type SearchEdgeMapper = SearchEdge<RecordPart>
export type {
  SubjectNode as SubjectMapper,
  TopicNameNode as TopicNameMapper,
  TopicNode as TopicMapper,
} from '../resolvers/topic/node.ts'
export type PeriodMapper = Pick<NonNullable<RecordDoc['period']>, 'id' | 'label'>
export interface PersonAliasMapper {
  readonly name: string
  readonly type: string
  readonly pinyin: string | null
}
export type { SuggestionNode as SuggestionMapper } from '../resolvers/query/suggestion-node.ts'
export type { Kind as ResourceKindMapper } from '@shuxiang/record'
export type { CollectionNode as CollectionMapper } from '../resolvers/collection/node.ts'
export type { PersonNode as PersonMapper } from '../resolvers/person/node.ts'
export type { WitnessNode as WitnessMapper } from '../resolvers/witness/node.ts'
export type {
  HoldingNode as HoldingMapper,
  LibraryNode as LibraryMapper,
} from '../resolvers/record/holding-node.ts'
export type { LikenessNode as LikenessMapper } from '../resolvers/record/likeness-node.ts'
export type { RelationNode as RelationMapper } from '../resolvers/record/relation-node.ts'
export type {
  FacetNode as FacetMapper,
  FacetValueNode as FacetValueMapper,
} from '../resolvers/search-results/facet-node.ts'
export type { SearchPage as SearchResultsMapper } from '../resolvers/search-page.ts'
export type { News as SearchNewsMapper, SavedSearchReference as SavedSearchMapper } from '../news/news.ts'
