/** A record in an exchange format, beside its page: `/item/<id>.bib`; with `?part=N` one chapter of it. */
import { isLasting, type DocumentAnswer, type ServerDocuments } from '@shuxiang/sdk/contract'
import { RecordExport } from '../operations.generated.ts'
import { recordFormats } from './formats.ts'

const AWAY: DocumentAnswer = { status: 503, text: 'The record cannot be had now; try again in a moment.' }

const documents: ServerDocuments = {
  formats: recordFormats,
  async answer({ names, query, suffix, requestId }, gql, signal) {
    const format = recordFormats.find((one) => one.suffix === suffix)
    const id = names['id']
    if (format === undefined || id === undefined) return { status: 404, text: 'There is no such format.' }
    const chapter = chapterOf(new URLSearchParams(query))
    if (chapter === 'none') return { status: 404, text: 'The number of a chapter is 1 or more.' }
    const result = await gql(RecordExport, { id, format: format.id, chapter }, { signal }).catch(() => null)
    if (result === null) return AWAY
    const record = result.data?.record
    if (record?.withdrawn)
      return { status: 410, text: `This record was withdrawn on ${record.withdrawn.at}.` }
    if (record) {
      const file = `${record.id}${chapter === null ? '' : `-${chapter}`}.${suffix}`
      return { status: 200, text: record.export, ...(format.download ? { file } : {}) }
    }
    // A part of the answer that failed is not a record that does not exist.
    const failures = result.errors.filter(
      ({ path, code }) => path[0] === 'record' && code !== 'BAD_USER_INPUT',
    )
    if (failures.some(isLasting))
      return {
        status: 500,
        text: `The record cannot be exported in this format: a fault of the portal, which its log names under ${requestId}. The page of the record and the other formats are not touched by it.`,
      }
    if (failures.length > 0) return AWAY
    return {
      status: 404,
      text:
        chapter === null
          ? 'There is no record of this identifier.'
          : 'There is no record of this identifier, or it has no such chapter.',
    }
  },
}
export default documents

/** The chapter that the address names; `none` for what cannot be one. */
function chapterOf(query: URLSearchParams): number | null | 'none' {
  const given = query.get('part')
  if (given === null || given === '') return null
  return /^[1-9][0-9]{0,4}$/.test(given) ? Number(given) : 'none'
}
