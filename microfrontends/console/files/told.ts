/** A file in words: what it is, how large, and what is still to be done for it. */
import type { MessageTools } from '@shuxiang/sdk'
import type { FileRow } from '../operations.generated.ts'

const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE

export function sizeTold(bytes: number, { t, n }: MessageTools): string {
  if (bytes < MEGABYTE) return t('size.kb', { size: Math.ceil(bytes / 1024) })
  const size = (unit: number): string => n(bytes / unit, { maximumFractionDigits: 1 })
  return bytes < GIGABYTE ? t('size.mb', { size: size(MEGABYTE) }) : t('size.gb', { size: size(GIGABYTE) })
}

/** What is shown of it; empty before the first file is ready. */
export function kindTold({ shown }: FileRow, { t }: MessageTools): string {
  if (!shown) return ''
  const { kind, width, height, pages } = shown
  return kind === 'PICTURE'
    ? t('kind.picture', { size: `${width} × ${height}` })
    : t('kind.document', { n: pages })
}

/** Key below `state.` of what somebody should know before using it; empty: it is ready. */
export function stateOf({
  state,
  shown,
  described,
}: FileRow): 'receiving' | 'working' | 'refused' | 'undescribed' | '' {
  if (state === 'WORKING') return 'working'
  if (state === 'REFUSED') return 'refused'
  if (state === 'RECEIVING') return 'receiving'
  return shown && !described ? 'undescribed' : ''
}

/** The address of a picture, as narrow as is enough for so many pixels; null for what is no picture. */
export function pictureOf({ shown }: FileRow, width: number): string | null {
  if (shown?.kind !== 'PICTURE') return null
  const modern = shown.variants.filter(({ type }) => type === 'image/webp')
  return (modern.find((one) => one.width >= width) ?? modern.at(-1) ?? shown.variants[0])?.url ?? null
}
