/** A child as a guardian sees it. */
import type { ChildrenData } from '../operations.generated.ts'

export type Child = NonNullable<NonNullable<ChildrenData['me']>['children']>[number]
