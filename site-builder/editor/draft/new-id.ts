/// <reference lib="dom" />
/** Ids that nobody else draws. */

/** Of an edit. */
export function newId(): string {
  return crypto.randomUUID()
}

/** Of a block: begins with a letter, as ids of elements and blocks do. */
export function newBlockId(): string {
  return `b${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`
}

/** Whether a block has such an id; blocks of templates have names. */
export const isNewBlockId = (id: string): boolean => /^b[0-9a-f]{20}$/.test(id)
