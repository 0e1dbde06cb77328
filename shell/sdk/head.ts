/** What the page says of itself: the innermost component that speaks wins, until it leaves. */
import { onScopeDispose, watchEffect } from 'vue'
import type { Head, Portal } from './contract.ts'
import { useContext, type HeadStack } from './context.ts'

/** A stack of the heads asked for, newest last. */
export function headStack(): HeadStack {
  const heads: { readonly head: () => Head }[] = []
  return {
    add(head) {
      const entry = { head }
      heads.push(entry)
      return () => {
        const at = heads.indexOf(entry)
        if (at >= 0) heads.splice(at, 1)
      }
    },
    current: () => heads.at(-1)?.head() ?? null,
  }
}

/** Set the portal's head from the stack, and again whenever something that the head reads changes. */
export function followHead(heads: HeadStack, portal: Portal): void {
  const head = heads.current()
  if (head !== null && !portal.signal.aborted) portal.setHead(head)
}

/**
 * Title, description, canonical path, JSON-LD, alternates and (on the server) the status of the page. The getter is
 * read again whenever its reactive sources change; on the server once, after everything was fetched and rendered.
 */
export function useHead(head: () => Head): void {
  const { heads, portal, server } = useContext('useHead')
  const remove = heads.add(head)
  if (server) return
  // After the page is drawn, when the innermost has spoken: the outer ones' heads never show for a moment.
  watchEffect(() => followHead(heads, portal), { flush: 'post' })
  onScopeDispose(remove)
}
