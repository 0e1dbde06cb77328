/** What every search engine must do. Run it on an engine with `describeEngine(name, open)`. */

import { afterEach, beforeEach, describe } from 'vitest'
import { changeTests } from './contract-suite/changes.ts'
import { dateTests } from './contract-suite/dates.ts'
import { facetTests } from './contract-suite/facets.ts'
import { findingTests } from './contract-suite/finding.ts'
import { hostileTests } from './contract-suite/hostile.ts'
import { meantTests } from './contract-suite/meant.ts'
import { orderTests } from './contract-suite/order.ts'
import { suggestionTests } from './contract-suite/suggestions.ts'
import { chapterTests } from './contract-suite/chapters.ts'
import { scopeTests } from './contract-suite/scopes.ts'
import { Suite } from './contract-suite/suite.ts'
import { WORKS } from './contract-suite/works.ts'
import type { SearchEngine } from './contract.ts'

/** Registers the suite. `open` gives an empty engine; the suite closes it. */
export function describeEngine(name: string, open: () => Promise<SearchEngine>): void {
  describe(`search engine contract: ${name}`, () => {
    const suite = new Suite()
    beforeEach(async () => {
      suite.engine = await open()
      await suite.engine.index(WORKS)
      await suite.engine.refresh()
    })
    afterEach(() => suite.engine.close())

    describe('finding', () => findingTests(suite))
    describe('order', () => orderTests(suite))
    describe('facets', () => facetTests(suite))
    describe('suggestions', () => suggestionTests(suite))
    describe('what is meant', () => meantTests(suite))
    describe('works in chapters', () => chapterTests(suite))
    describe('scopes', () => scopeTests(suite))
    describe('named dates and numbers', () => dateTests(suite))
    describe('changes', () => changeTests(suite))
    describe('hostile input', () => hostileTests(suite))
  })
}
