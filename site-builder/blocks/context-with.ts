/** A context that is another one but for some values. */
import type { RenderContext } from './contract.ts'

/** Whatever reads nothing of the context here notes nothing as read: `{ ...context }` would read all of it. */
export function contextWith<Context extends RenderContext, Other extends object>(
  context: Context,
  other: Other,
): Context & Other {
  const values = { ...Object.getOwnPropertyDescriptors(context), ...Object.getOwnPropertyDescriptors(other) }
  return Object.defineProperties({}, values) as Context & Other
}
