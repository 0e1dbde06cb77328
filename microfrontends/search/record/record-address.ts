/** The address of a record page: which chapter is open and how the text is set. */
import type { ComputedRef, InjectionKey } from 'vue'
import { recordAddress } from '@shuxiang/sdk/addresses'
import type { ScriptWish } from '@shuxiang/sdk/contract'
import { scriptWish } from '@shuxiang/sdk/script'
import type { RawQuery } from '../address/search-address.ts'

export interface RecordAddress {
  readonly id: string
  /** Chapter from 1; null when the contents are shown. */
  readonly chapter: number | null
  /** Verse set in columns from the right; null when the address does not say. */
  readonly vertical: boolean | null
  /** Null when the address does not say. */
  readonly script: ScriptWish | null
  /** Pinyin above the characters; null when the address does not say. */
  readonly pinyin: boolean | null
  /** Id of the text that is read, of a work handed down in several; null for the record's own. */
  readonly text: string | null
  /** How many of what it consists of stand on the pages before. */
  readonly members: number
}

export function readRecordAddress(id: string, raw: RawQuery): RecordAddress {
  const chapter = single(raw, 'part')
  const layout = single(raw, 'layout')
  const script = single(raw, 'script')
  const pinyin = single(raw, 'pinyin')
  const text = single(raw, 'text')
  const members = single(raw, 'members')
  return {
    id,
    chapter: chapter !== null && /^[1-9][0-9]{0,4}$/.test(chapter) ? Number(chapter) : null,
    vertical: layout === 'vertical' ? true : layout === 'horizontal' ? false : null,
    script: scriptWish(script),
    pinyin: pinyin === 'on' ? true : pinyin === 'off' ? false : null,
    text: text !== null && /^[a-z][a-z0-9]{1,31}$/.test(text) ? text : null,
    members: members !== null && /^[1-9][0-9]{0,2}0$/.test(members) ? Number(members) : 0,
  }
}

export function writeRecordAddress({
  id,
  chapter,
  vertical = null,
  script = null,
  pinyin = null,
  text = null,
  members,
}: Pick<RecordAddress, 'id' | 'chapter'> & Partial<RecordAddress>): string {
  return recordAddress(id, {
    part: chapter,
    ...(vertical === null ? {} : { layout: vertical ? ('vertical' as const) : ('horizontal' as const) }),
    ...(script === null ? {} : { script }),
    ...(pinyin === null ? {} : { pinyin: pinyin ? ('on' as const) : ('off' as const) }),
    ...(text === null ? {} : { text }),
    ...(members ? { members } : {}),
  })
}

/** How the address says that the text is set: links to other chapters say it too, for readers without scripts. */
export type Setting = Pick<RecordAddress, 'vertical' | 'script' | 'pinyin'>
export const SETTING: InjectionKey<ComputedRef<Setting>> = Symbol('setting')

/** Another chapter, or the contents, set the same way. */
export function chapterOf(id: string, chapter: number | null, set?: Setting): string {
  const { vertical = null, script = null, pinyin = null } = set ?? {}
  return writeRecordAddress({ id, chapter, vertical, script, pinyin })
}

function single(raw: RawQuery, name: string): string | null {
  const value = Object.hasOwn(raw, name) ? raw[name] : null
  return typeof value === 'string' ? value : null
}
