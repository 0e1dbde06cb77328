// `npm run audit -- verify [--noted NUMBER:HASH]…`: says whether the audit log is as it was written.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { connectStore } from '@shuxiang/product/store'
import type { Head } from './chain.ts'
import { verifyAuditLog } from './verify.ts'

const usage = `Usage: npm run audit -- verify [--noted NUMBER:HASH]…
  --noted   a line that an earlier run has printed and that was kept outside of the store; may be repeated`

const noted = readArguments()
const store = await connectStore({
  mongoUri: process.env['MONGODB_URI'] || null,
  dataDir: resolve(process.env['DATA_DIR'] || '.data'),
  appName: 'audit',
  patience: 10_000,
})
try {
  const { head, broken } = await verifyAuditLog(store.db, noted)
  if (broken) {
    process.stdout.write(`Entry ${broken.number}: ${broken.problem}. Up to there all is well.\n`)
    process.exitCode = 1
  } else process.stdout.write(`${head.number} entries, none changed, missing or out of order.\n`)
  process.stdout.write(`${head.number}:${head.hash}\n`)
} finally {
  await store.close()
}

function readArguments(): readonly Head[] {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { noted: { type: 'string', multiple: true } },
    })
    if (positionals.join(' ') !== 'verify') throw new Error('Say what to do: verify.')
    return (values.noted ?? []).map(headOf)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
    process.exit(1)
  }
}

function headOf(text: string): Head {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (number === undefined || hash === undefined)
    throw new Error(`"${text}" is no line of an earlier run: it has the form NUMBER:HASH.`)
  return { number: Number(number), hash }
}
