// Records for fixtures and tests: what is given, and nothing of all the rest.
import { recordContent, type RecordContent } from './kernel.ts'

/**
 * A record with what is given; lists are empty and facts unknown. Errors: `ZodError` when the gate refuses it.
 */
export function recordWith(
  given: Pick<RecordContent, 'id' | 'kind' | 'title'> & Partial<RecordContent>,
): RecordContent {
  return recordContent.parse({
    alternativeTitles: [],
    agents: [],
    dates: [],
    period: null,
    collection: null,
    identifiers: [],
    subjects: [],
    places: [],
    language: 'zh-Hans',
    form: null,
    abstract: null,
    relations: [],
    rights: { label: '公有领域', statement: null },
    access: { policy: 'open' },
    source: { name: '国家图书馆', url: 'https://example.org/', licence: 'CC0-1.0' },
    contents: [],
    opening: null,
    scopes: ['*'],
    prior: 0,
    details: {},
    ...given,
  } satisfies RecordContent)
}
