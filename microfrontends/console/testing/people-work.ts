/** Cards and invitations of a library, as the graph gives them. */
import type {
  CardListData,
  CardListLinesData,
  CardListsData,
  InvitationsData,
  LibraryCardsData,
  OpenInvitationData,
} from '../operations.generated.ts'

export const listId = 'a-list-of-cards-00000000'

export const cardLists: CardListsData = {
  cardLists: [
    {
      id: listId,
      fileName: '读者.csv',
      state: 'CHECKED',
      at: '2026-11-20T08:00:00Z',
      by: 'n33/admin-1',
      total: 8,
    },
  ],
  libraryCards: { waiting: 3 },
}

const counts = { new: 3, changed: 1, same: 2, handedOn: 0, asks: 1, refused: 2 }
export const checked: NonNullable<CardListData['cardList']> = {
  id: listId,
  fileName: '读者.csv',
  state: 'CHECKED',
  reading: 1,
  parts: 1,
  received: 1,
  partBytes: 36864,
  at: '2026-11-20T08:00:00Z',
  by: 'n33/admin-1',
  problem: null,
  mapping: {
    encoding: 'GB18030',
    separator: 'COMMA',
    header: true,
    columns: ['CARD', 'HOLDER', 'SKIP'],
    withoutBirth: null,
  },
  headings: ['读者证号', '姓名', '电话'],
  sample: [['A1', '张伟', '1']],
  done: 9,
  total: 9,
  answered: 0,
  plan: counts,
  result: null,
}

export const refusedLines: CardListLinesData = {
  cardList: {
    lines: [{ line: 4, fault: 'ROUNDED', cells: ['3.3E+11', '程思远', '1'], known: null, answer: null }],
  },
}

export const cards: LibraryCardsData = {
  libraryCards: {
    waiting: 1,
    cards: [{ id: 'n33/a1', holder: '张伟', state: 'WAITING', hasCode: false }],
  },
}

export const invitations: InvitationsData = {
  invitations: [
    {
      id: 'invitation-0000000000001',
      role: 'EDITOR',
      guest: '沈老师',
      state: 'OPEN',
      until: '2026-11-27T08:00:00Z',
      invited: { username: 'n33/admin-1', at: '2026-11-20T08:00:00Z', reason: '新馆员' },
      decided: null,
    },
  ],
}

export const invitation: NonNullable<OpenInvitationData['openInvitation']> = {
  role: 'EDITOR',
  state: 'OPEN',
  until: '2026-11-27T08:00:00Z',
  expires: '2027-06-01T00:00:00Z',
  confirmed: false,
  mine: false,
  held: false,
  place: { name: '浙江图书馆' },
  invited: { username: 'n33/admin-1', reason: '新馆员' },
}
