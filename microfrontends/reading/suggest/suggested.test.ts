// Suggestions of what was read: what is left out, how they are ranked, and for what they are given.
import type { LikeOne } from '@shuxiang/sdk/reading-history'
import { describe, expect, it } from 'vitest'
import { like, opened } from '../testing/pages.ts'
import { MOST_SUGGESTED, suggested, type Known } from './suggested.ts'

const likeOf = (recordId: string, ...ids: string[]): LikeOne => ({
  ...{ recordId, at: '2026-11-02T08:00:00.000Z', locale: 'zh-CN' },
  records: ids.map(like),
})
const known = (more: Partial<Known>): Known => ({
  ...{ opened: [opened('p2', 2), opened('p1', 1)], like: [], unwanted: [], shelf: new Set() },
  ...more,
})
const ids = (more: Partial<Known>): string[] => suggested(known(more)).map(({ record }) => record.recordId)

describe('suggestions', () => {
  it('are none without anything read, and none before anything is known', () => {
    expect(ids({ opened: [], like: [likeOf('p1', 'a')] })).toEqual([])
    expect(ids({})).toEqual([])
  })

  it('leave out what was read, what is on the shelf and what was not wanted', () => {
    const lists = [likeOf('p2', 'p1', 'shelf', 'unwanted', 'a')]
    expect(ids({ like: lists, unwanted: ['unwanted'], shelf: new Set(['shelf']) })).toEqual(['a'])
  })

  it('put first what is like several, and say the record that speaks loudest for it', () => {
    const found = suggested(known({ like: [likeOf('p2', 'a', 'both'), likeOf('p1', 'both', 'b')] }))
    expect(found.map(({ record }) => record.recordId)).toEqual(['both', 'a', 'b'])
    expect(found.map(({ because }) => because.recordId)).toEqual(['p1', 'p2', 'p1'])
  })

  it('let what was read last count more', () => {
    expect(ids({ like: [likeOf('p1', 'old'), likeOf('p2', 'new')] })).toEqual(['new', 'old'])
  })

  it('are two of one record at most, six in all', () => {
    const six = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((id) => opened(id, 1))
    const lists = six.map(({ recordId }) => likeOf(recordId, ...[1, 2, 3].map((n) => `${recordId}a${n}`)))
    const found = suggested(known({ opened: six, like: lists }))
    expect(found).toHaveLength(MOST_SUGGESTED)
    expect(found.filter(({ because }) => because.recordId === 'p1')).toHaveLength(2)
  })

  it('are as many as there are where one record was read', () => {
    expect(ids({ opened: [opened('p1', 1)], like: [likeOf('p1', 'a', 'b', 'c', 'd')] })).toHaveLength(4)
  })
})
