// What people and organisations did for a resource.
import { words, type Entry, type Words } from './words.ts'

export interface RoleEntry extends Entry {
  /** Statement of responsibility; `{name}` stands for the agent. */
  readonly statement: Words
  /** Relator code of MARC: https://www.loc.gov/marc/relators/relacode.html */
  readonly marc: string
  /** Relator term as it stands in Chinese catalogues. */
  readonly marcTerm: string
  /** Name variable of CSL-JSON 1.0.2: https://docs.citationstyles.org/en/stable/specification.html#name-variables */
  readonly csl: string
  /** Property of schema.org. */
  readonly schemaOrg: string
}

export const roles = [
  {
    id: 'author',
    words: words('作者', 'Author'),
    statement: words('{name} 著', '{name}'),
    marc: 'aut',
    marcTerm: '著',
    csl: 'author',
    schemaOrg: 'author',
  },
  {
    id: 'attributed',
    words: words('旧题作者', 'Attributed author'),
    statement: words('旧题 {name}', 'attributed to {name}'),
    marc: 'att',
    marcTerm: '题',
    csl: 'author',
    schemaOrg: 'author',
  },
  {
    id: 'editor',
    words: words('编者', 'Editor'),
    statement: words('{name} 编', '{name} (editor)'),
    marc: 'edt',
    marcTerm: '编',
    csl: 'editor',
    schemaOrg: 'editor',
  },
  {
    id: 'translator',
    words: words('译者', 'Translator'),
    statement: words('{name} 译', '{name} (translator)'),
    marc: 'trl',
    marcTerm: '译',
    csl: 'translator',
    schemaOrg: 'translator',
  },
  {
    id: 'commentator',
    words: words('注者', 'Commentator'),
    statement: words('{name} 注', '{name} (commentator)'),
    marc: 'cwt',
    marcTerm: '注',
    csl: 'contributor',
    schemaOrg: 'contributor',
  },
  {
    id: 'narrator',
    words: words('演播', 'Narrator'),
    statement: words('{name} 演播', 'read by {name}'),
    marc: 'nrt',
    marcTerm: '演播',
    csl: 'performer',
    schemaOrg: 'readBy',
  },
  {
    id: 'director',
    words: words('导演', 'Director'),
    statement: words('{name} 导演', '{name} (director)'),
    marc: 'drt',
    marcTerm: '导演',
    csl: 'director',
    schemaOrg: 'director',
  },
  {
    id: 'lecturer',
    words: words('主讲人', 'Lecturer'),
    statement: words('{name} 主讲', '{name} (lecturer)'),
    marc: 'spk',
    marcTerm: '主讲',
    csl: 'author',
    schemaOrg: 'author',
  },
  {
    id: 'artist',
    words: words('创作者', 'Artist'),
    statement: words('{name} 作', '{name}'),
    marc: 'art',
    marcTerm: '作',
    csl: 'author',
    schemaOrg: 'creator',
  },
  {
    id: 'photographer',
    words: words('摄影', 'Photographer'),
    statement: words('{name} 摄', '{name} (photographer)'),
    marc: 'pht',
    marcTerm: '摄',
    csl: 'author',
    schemaOrg: 'creator',
  },
  {
    id: 'issuer',
    words: words('发布机关', 'Issuing body'),
    statement: words('{name} 发布', '{name}'),
    marc: 'isb',
    marcTerm: '发布',
    csl: 'author',
    schemaOrg: 'publisher',
  },
  {
    id: 'publisher',
    words: words('出版者', 'Publisher'),
    statement: words('{name} 出版', 'published by {name}'),
    marc: 'pbl',
    marcTerm: '出版',
    csl: 'publisher',
    schemaOrg: 'publisher',
  },
  {
    id: 'organiser',
    words: words('主办方', 'Organiser'),
    statement: words('{name} 主办', 'organised by {name}'),
    marc: 'orm',
    marcTerm: '主办',
    csl: 'organizer',
    schemaOrg: 'organizer',
  },
  {
    id: 'holder',
    words: words('收藏者', 'Holder'),
    statement: words('{name} 藏', 'held by {name}'),
    marc: 'own',
    marcTerm: '藏',
    csl: 'contributor',
    schemaOrg: 'maintainer',
  },
] as const satisfies readonly RoleEntry[]

export type RoleId = (typeof roles)[number]['id']

/** Roles of those who made a work, whom a list names beside its title. */
export const makers: readonly RoleId[] = [
  'author',
  'attributed',
  'lecturer',
  'artist',
  'photographer',
  'issuer',
  'director',
  'narrator',
  'organiser',
]

/**
 * Whom a reference, a list and a card name: where an author is known, nobody to whom only another text attributes the
 * work, for readers would take both for people who wrote it together.
 */
export function leading<Agent extends { readonly role: string }>(agents: readonly Agent[]): readonly Agent[] {
  return agents.some(({ role }) => role === 'author')
    ? agents.filter(({ role }) => role !== 'attributed')
    : agents
}
