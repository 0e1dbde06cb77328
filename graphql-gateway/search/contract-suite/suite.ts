/** What the tests of an engine share: the engine under test, and short ways to ask it. */

import type { QueryNode, SearchEngine, SearchRequest, Suggestion } from '../contract.ts'
import { requestOf } from './works.ts'

export class Suite {
  private current: SearchEngine | null = null

  /** The engine of the running test, filled with `WORKS`. */
  get engine(): SearchEngine {
    if (!this.current) throw new Error('An engine is there only while a test runs.')
    return this.current
  }

  set engine(engine: SearchEngine) {
    this.current = engine
  }

  /** Ids in the order of the answer. */
  async ids(query: string | QueryNode, fields: Partial<SearchRequest> = {}): Promise<readonly string[]> {
    return (await this.engine.search(requestOf(query, fields))).hits.map((hit) => hit.id)
  }

  /** Ids by alphabet, where the order is not what is tested. */
  async found(query: string | QueryNode): Promise<readonly string[]> {
    return [...(await this.ids(query))].sort()
  }

  suggest(
    prefix: string,
    limit: number,
    scopes: readonly string[] | null = null,
  ): Promise<readonly Suggestion[]> {
    return this.engine.suggest(prefix, { limit, scopes })
  }
}
