// A process that writes to the audit log until it is killed: `node fixture-writer.ts URI DATABASE NAME`.
import { MongoClient } from 'mongodb'
import { openAuditLog } from './log.ts'

const [uri = '', database = '', actor = ''] = process.argv.slice(2)
const log = openAuditLog(new MongoClient(uri).db(database), Date.now)
for (let i = 0; ; i++) {
  const entry = {
    client: null,
    action: 'session.end',
    outcome: 'done',
    reason: null,
    library: null,
    object: null,
  } as const
  await log.record({ ...entry, actor, requestId: String(i) })
  process.send?.(i)
}
