/** A search thread for tests that does what a query says: hang, die, or never answer. */

import { parentPort } from 'node:worker_threads'
import type { Call } from './protocol.ts'

parentPort?.on('message', (call: Call) => {
  const asked = call.name === 'search' && 'text' in call.ask.query ? call.ask.query.text : null
  if (asked === 'hang') for (;;);
  if (asked === 'die') process.exit(3)
  if (asked === 'silence') return
  const answer = call.name === 'stats' ? { kind: 'embedded', records: 7, analysis: 0 } : null
  parentPort?.postMessage({ id: call.id, ok: true, answer })
  if (call.name === 'close') parentPort?.close()
})
