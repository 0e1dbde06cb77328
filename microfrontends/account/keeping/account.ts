/** Keeps in the account of whoever is signed in. */
import { GqlUnavailable, type GqlResult, type Operation, type Portal } from '@shuxiang/sdk/contract'
import {
  AddToList,
  CreateList,
  ForgetOpened,
  HeldOnShelf,
  History,
  Holding,
  KeepHistory,
  KeptItems,
  NoteOpened,
  Places,
  PutOnShelf,
  RemoveFromList,
  RemoveList,
  RenameList,
  RestoreList,
  TakeOffShelf,
  type KeptPart,
} from '../operations.generated.ts'
import { changeInAccount } from './change-in-account.ts'
import { announceChange, onChange, type ChangeWindow } from './changes.ts'
import { SHELF, type Keeping, type Kept, type KeptPage, type Outcome, type Refusal } from './kept.ts'
import { newKey } from './new-key.ts'

/** @throws GqlUnavailable from what is asked, when no answer came or nobody is signed in any more. */
export function inAccount(
  { gql }: Pick<Portal, 'gql'>,
  window: ChangeWindow & { readonly crypto: Crypto },
): Keeping {
  async function change<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    why: Refusal,
  ): Promise<Outcome & { readonly data?: Data }> {
    const outcome = await changeInAccount({ gql }, operation, variables, why)
    if (outcome.done) announceChange(window)
    return outcome
  }

  const places: Keeping['places'] = async (signal) => {
    const me = mine(await gql(Places, {}, { signal }))
    return [{ ...me.shelf, id: SHELF, name: '' }, ...me.lists]
  }

  return {
    where: 'account',
    mostLists: 100,
    places,
    async items(place, after, signal) {
      const shelf = place === SHELF
      const me = mine(await gql(KeptItems, { id: place, shelf, after }, { signal }))
      const part = shelf ? me.shelf : me.list
      return part && !('removedAt' in part && part.removedAt) ? pageOf(part.items) : null
    },
    async holding(recordId, signal) {
      const me = mine(await gql(Holding, { recordId }, { signal }))
      const lists = me.lists.filter(({ holds }) => holds).map(({ id }) => id)
      return { places: new Set(me.shelf.holds ? [SHELF, ...lists] : lists), noted: me.history.on }
    },
    async held(recordIds, signal) {
      const { shelf } = mine(await gql(HeldOnShelf, { recordIds }, { signal }))
      return new Set(shelf.holdsOf)
    },
    async put(place, kept) {
      const record = recordOf(kept)
      return place === SHELF
        ? change(PutOnShelf, { record }, 'full')
        : change(AddToList, { id: place, record }, 'full')
    },
    take: (place, recordId) =>
      place === SHELF
        ? change(TakeOffShelf, { recordId }, 'gone')
        : change(RemoveFromList, { id: place, recordId }, 'gone'),
    async make(name) {
      const made = await change(CreateList, { key: newKey(window.crypto), name }, 'many')
      if (!made.done) return made
      return made.data ? { done: true, id: made.data.createList.id } : { done: false, why: 'away' }
    },
    rename: (place, name) => change(RenameList, { id: place, name }, 'gone'),
    async remove(place) {
      const removed = await change(RemoveList, { id: place }, 'gone')
      return removed.done ? { done: true, undo: () => change(RestoreList, { id: place }, 'many') } : removed
    },
    history: {
      async read(after, signal) {
        const { isChild, history } = mine(await gql(History, { after }, { signal }))
        const { on, consents, items } = history
        return { ...pageOf(items), on, consents, isChild }
      },
      turn: (on) => change(KeepHistory, { on }, 'forbidden'),
      async note(record) {
        await gql(NoteOpened, { record: recordOf(record) }).catch(() => undefined)
      },
      forget: (recordId) => change(ForgetOpened, { recordId }, 'gone'),
    },
    follow: (changed) => onChange(window, changed),
  }
}

/** A record that is not to be had is named among the errors; all else of the answer is there. */
function mine<Me>({ data }: GqlResult<{ readonly me: Me | null }>): Me {
  if (!data?.me) throw new GqlUnavailable('nobody is signed in', false)
  return data.me
}

function pageOf({ edges, pageInfo }: KeptPart): KeptPage {
  const items = edges.map(({ node: { record, ...kept } }): Kept => ({
    ...kept,
    title: record?.title ?? kept.title,
    ...(record === null || record.withdrawn ? { gone: true } : {}),
  }))
  return { items, next: pageInfo.hasNextPage ? pageInfo.endCursor : null }
}

/** As it is sent: only what the account keeps. */
export function recordOf({ recordId, title, kind, language, addedAt }: Kept) {
  return { recordId, title: [...title].slice(0, 200).join(''), kind, language, addedAt }
}
