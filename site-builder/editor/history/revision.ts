/** A revision as the history lists it. Types only. */
import type { PageRevisionsData } from '../operations.generated.ts'

export type Revision = NonNullable<PageRevisionsData['editedPage']>['revisions'][number]
