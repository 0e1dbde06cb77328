// The job that checks and imports lists: one at a time, the oldest first.
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Job, JobParts } from '@shuxiang/subgraph-kit/module'
import { cardJobName } from './job-name.ts'
import type { CardRegistry } from './ports.ts'
import { check } from './store/check.ts'
import { listsIn, type CardListDoc } from './store/documents.ts'
import { finish, importList } from './store/import.ts'

export interface CardJobParts {
  readonly registry: (parts: JobParts) => CardRegistry
  readonly audit: (parts: JobParts) => AuditPort
}

/** Milliseconds; a list that waits wakes the job. */
const lookEvery = 10_000

/** No line of its log names a person or a card. */
export function cardListJob({ registry: open, audit: openAudit }: CardJobParts): Job {
  return {
    name: cardJobName,
    every: lookEvery,
    async run(parts, signal) {
      const { db, now, log } = parts
      const [registry, audit] = [open(parts), openAudit(parts)]
      // One that fails must not keep the others waiting; it is tried again with the next run.
      const failed: string[] = []
      while (!signal.aborted) {
        const list = await listsIn(db).findOne(
          { state: { $in: ['checking', 'importing'] }, _id: { $nin: failed } },
          { sort: { at: 1, _id: 1 } },
        )
        if (!list) return
        await work(list).catch((error: unknown) => {
          log.warn({ list: list._id, err: error }, 'a list of cards failed; it is tried again')
          failed.push(list._id)
        })
      }

      async function work(list: CardListDoc): Promise<void> {
        const { _id, library, bytes } = list
        if (list.state === 'checking') {
          const end = await check(db, registry, list, now(), signal)
          log.info({ list: _id, library, bytes, end }, 'a list of cards was checked')
          return
        }
        if ((await importList(db, registry, list, signal)) === 'left') return
        await noteImported(audit, list, await listsIn(db).findOne({ _id }))
        await finish(db, list)
        log.info({ list: _id, library, bytes }, 'a list of cards was imported')
      }
    },
  }
}

function noteImported(
  audit: AuditPort,
  { _id, library, sha256 }: CardListDoc,
  now: CardListDoc | null,
): Promise<void> {
  return audit.record({
    actor: 'jobs',
    client: null,
    action: 'card.imported',
    outcome: 'done',
    reason: null,
    library,
    object: `card-list:${_id}`,
    requestId: _id,
    details: { sha256, ...(now?.result ?? {}) },
  })
}
