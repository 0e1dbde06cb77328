/** What stands on a reader's shelf: it is not suggested again. */
import type { Portal, Session } from '@shuxiang/sdk/contract'
import { OnShelf } from '../operations.generated.ts'

/** Where a guest's shelf is kept, by decision 0059. */
const GUEST_SHELF = 'shuxiang.my-library'

/** Empty while it is not to be had: then something is suggested that is on the shelf. */
export async function shelfOf(
  { gql, signal }: Pick<Portal, 'gql' | 'signal'>,
  { localStorage }: Pick<Window, 'localStorage'>,
  { status }: Session,
): Promise<ReadonlySet<string>> {
  try {
    if (status !== 'signed-in') return new Set(guestShelf(localStorage.getItem(GUEST_SHELF)))
    const { data } = await gql(OnShelf, {}, { signal })
    return new Set(data?.me?.shelf.items.edges.map(({ node }) => node.recordId))
  } catch {
    return new Set()
  }
}

function guestShelf(text: string | null): string[] {
  const kept: unknown = JSON.parse(text ?? '{}')
  const shelf = typeof kept === 'object' && kept !== null && 'shelf' in kept ? kept.shelf : []
  return (Array.isArray(shelf) ? shelf : []).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'recordId' in one && typeof one.recordId === 'string'
      ? [one.recordId]
      : [],
  )
}
