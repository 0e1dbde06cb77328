/** Which code that pages name may be shown, as the graph has answered them. */
import { ask } from '../answers/ask.ts'
import { SiteCode } from '../operations.generated.ts'

/**
 * Ids of code that is approved, of what pages asked for. Undefined when one of the questions has no answer: nobody knows
 * then.
 */
export function codesFound(
  queries: readonly { readonly key: string; readonly operation: string }[],
  answers: ReadonlyMap<string, unknown>,
): ReadonlySet<string> | undefined {
  const approved = new Set<string>()
  for (const { key } of queries.filter((query) => query.operation === SiteCode.name)) {
    const answer = ask(SiteCode, { id: '' }).checked(answers.get(key))
    if (answer === null) return undefined
    if (answer.pageCode) approved.add(answer.pageCode.id)
  }
  return approved
}
