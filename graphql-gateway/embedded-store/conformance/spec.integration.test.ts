// MongoDB's unified spec tests against the store: a floor, and every known failure with its reason.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { openStore } from '../index.ts'
import { known } from './known-failures.ts'
import { Skipped } from './match.ts'
import { isPlain, listIn, textIn } from './plain.ts'
import { fits, readTestFile, runTest } from './run-test.ts'

const fixtures = resolve(process.env['FIXTURES_DIR'] ?? join(import.meta.dirname, '../../../../shared/data'))
const specs = join(fixtures, 'mongodb-spec')
/** Tests that pass, by suite; never fewer. */
const floors = { 'crud/unified': 376, gridfs: 34, 'retryable-writes/unified': 111, 'index-management': 1 }
const release = '8.0.0'
const patience = 8000

if (!existsSync(specs)) {
  console.log(`MongoDB spec tests are not in ${specs}: set FIXTURES_DIR to run them`)
  test.skip('MongoDB spec tests (no fixtures)', () => {})
} else {
  test('the spec tests pass, but for the known failures', { timeout: 600_000 }, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'store-spec-'))
    const store = await openStore({ dataDir, failPoints: true })
    const admin = await new MongoClient(store.uri).connect()
    const failed: string[] = []
    const passed = new Map<string, number>()
    try {
      for (const suite of Object.keys(floors))
        for (const name of existsSync(join(specs, suite)) ? readdirSync(join(specs, suite)) : []) {
          if (!name.endsWith('.json')) continue
          const file = readTestFile(readFileSync(join(specs, suite, name), 'utf8'))
          for (const one of listIn(file, 'tests').filter(isPlain)) {
            if (!fits(file['runOnRequirements'], release) || !fits(one['runOnRequirements'], release))
              continue
            const title = `${suite}/${name}: ${textIn(one, 'description')}`
            const outcome = await Promise.race([
              runTest(file, one, store.uri, admin).then(
                () => 'passed',
                (error: unknown) => (error instanceof Skipped ? 'skipped' : String(error)),
              ),
              new Promise<string>((done) => setTimeout(done, patience, 'took too long').unref()),
            ])
            if (outcome === 'passed') passed.set(suite, (passed.get(suite) ?? 0) + 1)
            else if (outcome !== 'skipped') failed.push(`${title} | ${outcome}`)
            for (const point of [
              'failCommand',
              'onPrimaryTransactionalWrite',
              'failGetMoreAfterCursorCheckout',
            ])
              await admin.db('admin').command({ configureFailPoint: point, mode: 'off' })
          }
        }
    } finally {
      await admin.close()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
    console.log([...passed].map(([suite, n]) => `${suite}: ${n} passed`).join(', '))
    const titles = failed.map((line) => line.split(' | ')[0] ?? '')
    expect(failed.filter((line) => !known.has(line.split(' | ')[0] ?? ''))).toEqual([])
    expect(
      [...known.keys()].filter((title) => !titles.includes(title)),
      'listed as failing but passing',
    ).toEqual([])
    for (const [suite, floor] of Object.entries(floors))
      expect(passed.get(suite) ?? 0, `${suite} passes`).toBeGreaterThanOrEqual(floor)
  })
}
