// One product for all browser tests that do not disturb it; its address is given to them by vitest.
import type { TestProject } from 'vitest/node'
import { demoCard, demoPeople, type CardToTry, type Demo } from './people.ts'
import { imported, startProduct } from './product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly origin: string
    /** Where people sign in. */
    readonly identity: string
    /** The first is a reader. */
    readonly people: readonly Demo[]
    readonly card: CardToTry
    readonly dataDir: string
  }
}

const RECORDS = 4_000

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Of another site than the portal, as on a branch's own domain: the harder half for cookies.
  const product = await startProduct({ firstImport: RECORDS, identityHost: '127.0.0.1' })
  // As long as a busy machine may take: no test begins before.
  await imported(product, RECORDS, 600_000).catch(async (error: unknown) => {
    await product.stop({ forget: true })
    throw error
  })
  project.provide('origin', product.origin)
  project.provide('identity', product.identity)
  project.provide('dataDir', product.dataDir)
  project.provide('people', await demoPeople(product))
  project.provide('card', await demoCard(product))
  return async () => {
    await product.stop({ forget: true })
  }
}
