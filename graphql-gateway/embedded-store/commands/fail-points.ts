// Fail points for tests (`--fail-points`): makes named commands fail the way a server in trouble would.
import { isDocument, toWhole, type Document, type Value } from '../bson/values.ts'
import { refuse } from './errors.ts'

/** What to do to one command. */
export interface Failure {
  readonly errorCode: number | null
  readonly closeConnection: boolean
  /** Wait this long first, in milliseconds. */
  readonly block: number
  readonly writeConcernError: Document | null
  readonly labels: readonly Value[] | null
  /** Do the work, then hang up. */
  readonly afterCommit: boolean
  /** Never come back: proves that a stuck worker is noticed. */
  readonly hang: 'before' | 'inTransaction' | null
}

interface Point {
  readonly name: string
  times: number
  skip: number
  readonly data: Document
}

const transactional = 'onPrimaryTransactionalWrite'

/** The fail points set at the moment. */
export class FailPoints {
  #points: Point[] = []

  /** `configureFailPoint` (server docs: "The failCommand Fail Point"). */
  configure(name: string, mode: Value | undefined, data: Document): void {
    this.#points = this.#points.filter((point) => point.name !== name)
    if (mode === 'off') return
    if (name !== 'failCommand' && name !== transactional && name !== 'failGetMoreAfterCursorCheckout')
      refuse(9, `fail point ${name} is not known to the embedded store`)
    const times = isDocument(mode) ? toWhole(mode.get('times')) : undefined
    const skip = isDocument(mode) ? toWhole(mode.get('skip')) : undefined
    this.#points.push({ name, times: times ?? Infinity, skip: skip ?? 0, data })
  }

  /** What happens to this command, if anything; counts it. */
  take(command: string, retryableWrite: boolean): Failure | null {
    for (const point of this.#points) {
      const { data } = point
      const list = data.get('failCommands')
      const commands =
        point.name === 'failGetMoreAfterCursorCheckout' ? ['getMore'] : Array.isArray(list) ? list : []
      const applies = point.name === transactional ? retryableWrite : commands.includes(command)
      if (!applies || data.has('appName') || point.times === 0) continue
      if (point.skip > 0) {
        point.skip--
        continue
      }
      point.times--
      const before = toWhole(data.get('failBeforeCommitExceptionCode'))
      const concern = data.get('writeConcernError')
      const labels = data.get('errorLabels')
      const hang = data.get('hang')
      return {
        errorCode:
          toWhole(data.get('errorCode')) ??
          before ??
          (point.name === 'failGetMoreAfterCursorCheckout' ? 6 : null),
        closeConnection:
          data.get('closeConnection') === true ||
          (before !== undefined && data.get('closeConnection') !== false),
        block: data.get('blockConnection') === true ? (toWhole(data.get('blockTimeMS')) ?? 0) : 0,
        writeConcernError: isDocument(concern) ? concern : null,
        labels: Array.isArray(labels) ? labels : before !== undefined ? ['RetryableWriteError'] : null,
        hang: hang === 'before' || hang === 'inTransaction' ? hang : null,
        afterCommit: point.name === transactional && before === undefined,
      }
    }
    return null
  }
}
