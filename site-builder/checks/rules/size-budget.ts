/** Pages open on a cheap phone on a slow line: bytes as they travel, compressed by gzip. */
import { words } from '@shuxiang/vocabulary'
import type { Found, Rule } from '../finding.ts'

/** Bytes compressed by gzip. */
export const sizeBudget = { html: 30 * 1024, css: 20 * 1024 } as const

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)

export const sizeBudgetRule: Rule = {
  name: 'size-budget',
  find({ read, css = 0 }) {
    const pages = read.flatMap(({ path: page, gzip = 0 }): Found[] =>
      gzip <= sizeBudget.html
        ? []
        : [
            {
              severity: 'blocks',
              page,
              words: words(
                `这一页压缩后有 ${kilobytes(gzip)} KB，最多 ${kilobytes(sizeBudget.html)} KB，手机上打开太慢。请把内容分成两页，或减少书架里的条数。`,
                `The page has ${kilobytes(gzip)} KB compressed; at most ${kilobytes(sizeBudget.html)} KB open quickly on a phone. Split it in two, or put fewer records on its shelves.`,
              ),
            },
          ],
    )
    if (css <= sizeBudget.css) return pages
    return [
      ...pages,
      {
        severity: 'blocks',
        page: null,
        words: words(
          `样式表压缩后有 ${kilobytes(css)} KB，最多 ${kilobytes(sizeBudget.css)} KB。这是系统的问题，请告诉技术支持。`,
          `The style sheet has ${kilobytes(css)} KB compressed; at most ${kilobytes(sizeBudget.css)} KB. This is a fault of the system; tell your support.`,
        ),
      },
    ]
  },
}
