/** Who is at the page on the desk with whom, and what they say about it: what several parts of the desk show. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { PageCommentsData } from '../operations.generated.ts'
import type { AttendPageData } from '../operations.generated.ts'

export type Colleague = AttendPageData['attendPage']['colleagues'][number]
export type Thread = NonNullable<PageCommentsData['pageComments']>['threads'][number]

/** What stands in the outline beside a block. */
export interface BlockMark {
  /** User names of colleagues who are at it. */
  readonly names: readonly string[]
  /** Threads that wait for somebody. */
  readonly open: number
}

export const useTogether = defineStore('editor/together', () => {
  const colleagues = shallowRef<readonly Colleague[]>([])
  /** All of them; more than are named where there are very many. */
  const count = ref(0)
  const threads = shallowRef<readonly Thread[]>([])
  /** Of the comments; -1: not known yet. */
  const commentsRev = ref(-1)
  /** Page that they are about. */
  const page = ref<string | null>(null)

  const open = computed(() => threads.value.filter(({ settledBy }) => settledBy === null))
  const marks = computed(() => {
    const found = new Map<string, BlockMark>()
    const markOf = (block: string): BlockMark => found.get(block) ?? { names: [], open: 0 }
    for (const { block, name } of colleagues.value)
      if (block !== null) found.set(block, { ...markOf(block), names: [...markOf(block).names, name] })
    for (const { block } of open.value)
      if (block !== null) found.set(block, { ...markOf(block), open: markOf(block).open + 1 })
    return found
  })

  /** Another page is on the desk. */
  function begin(id: string | null): void {
    page.value = id
    setColleagues([], 0)
    threads.value = []
    commentsRev.value = -1
  }
  function setColleagues(now: readonly Colleague[], all: number): void {
    colleagues.value = now
    count.value = all
  }
  /** What comes late, for another page or behind a newer answer, changes nothing. */
  function setComments(id: string, now: { readonly rev: number; readonly threads: readonly Thread[] }): void {
    if (id !== page.value || now.rev <= commentsRev.value) return
    commentsRev.value = now.rev
    threads.value = now.threads
  }
  return { colleagues, count, threads, commentsRev, page, open, marks, begin, setColleagues, setComments }
})
