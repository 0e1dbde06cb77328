// The query planner behind one small door: nothing else imports the native package, so it can be replaced.
import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner'

export type {
  FetchRewrite,
  FlattenNodePathSegment,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'

/** Plans operations against one supergraph. */
export interface Planner {
  /** SDL of the schema that clients see: no join directives, nothing inaccessible. */
  readonly apiSdl: string
  /**
   * Plan of one operation; null when nothing is to be fetched. Runs off the main thread; a fired signal rejects.
   * The planner's time grows steeply with the number of entity roots, so guard the document first.
   */
  plan(document: string, operationName: string | null, signal?: AbortSignal): Promise<PlanNode | null>
}

/** Errors: `Error` with the planner's words for SDL that is not a supergraph. */
export function createPlanner(supergraphSdl: string): Planner {
  const planner = new QueryPlanner(supergraphSdl)
  // No field is migrated by percentage yet: fields under a progressive override stay with their first owner.
  const noLabels = new Set<string>()
  return {
    apiSdl: planner.consumerSchema,
    async plan(document, operationName, signal) {
      const plan = await planner.planAsync(document, operationName, noLabels, 0, signal)
      return plan.node ?? null
    },
  }
}
