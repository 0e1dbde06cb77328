// The job that works on files that have come in, one at a time, the oldest first; and, once an hour, takes away what is to go.
import type { Job } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { sweepEvery } from './bounds.ts'
import { assetJobName } from './job-name.ts'
import { assetsIn, type AssetDoc } from './store/documents.ts'
import { givenFile } from './store/receive.ts'
import { kindOf, refuse, show } from './store/settle.ts'
import { sweep } from './store/sweep.ts'
import { run } from './working/run.ts'

export interface AssetJobParts {
  /** Told when another file is shown under an id that pages may name already. */
  readonly replaced: (db: Db, library: string, now: Date) => Promise<void>
  /** Works on a file; in a process of its own unless told otherwise. */
  readonly work?: typeof run
}

/** Milliseconds; a file that has come in wakes the job. */
const lookEvery = 10_000

/** No line of its log names a person or a file. */
export function assetJob({ replaced, work: workOn = run }: AssetJobParts): Job {
  let sweptAt = 0
  return {
    name: assetJobName,
    every: lookEvery,
    async run({ db, now, log }, signal) {
      const failed: string[] = []
      while (!signal.aborted) {
        const asset = await assetsIn(db).findOne(
          { state: 'working', _id: { $nin: failed } },
          { sort: { at: 1, _id: 1 } },
        )
        if (!asset) break
        await work(asset).catch((error: unknown) => {
          log.warn({ asset: asset._id, err: error }, 'a file failed; it is tried again')
          failed.push(asset._id)
        })
      }
      if (signal.aborted || now().getTime() - sweptAt < sweepEvery) return
      log.info(await sweep(db, now(), signal), 'pictures and files were swept')
      sweptAt = now().getTime()

      async function work(asset: AssetDoc): Promise<void> {
        const { _id, library, bytes, shown } = asset
        const given = await givenFile(db, asset)
        if (given === null) return refuse(db, asset, 'broken', now())
        const answer = await workOn(given, { signal })
        if (answer === null) return
        // A document in the place of a picture would be nothing on the pages that show it, and the other way round.
        if ('made' in answer && shown !== null && kindOf(answer.made) !== shown.kind)
          return refuse(db, asset, 'type', now())
        if ('made' in answer) {
          const isShown = await show(db, asset, answer.made, now())
          if (isShown && shown !== null) await replaced(db, library, now())
        } else {
          if ('failed' in answer)
            log.error({ asset: _id, reason: answer.failed }, 'the work on a file failed')
          await refuse(db, asset, 'failed' in answer ? 'broken' : answer.refused, now())
        }
        const end = 'made' in answer ? 'ready' : 'refused' in answer ? answer.refused : 'failed'
        log.info({ asset: _id, library, bytes, end }, 'a file was worked on')
      }
    },
  }
}
