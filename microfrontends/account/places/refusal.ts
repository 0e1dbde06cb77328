/** Why something was not kept, in words. */
import type { MessageTools } from '@shuxiang/sdk'
import { SHELF, type Keeping, type Place, type Refusal } from '../keeping/kept.ts'

/** `place` is where it should have gone; undefined for what concerns no place. */
export function refusalWords(
  { t }: MessageTools,
  why: Refusal,
  { mostLists }: Pick<Keeping, 'mostLists'>,
  place?: Pick<Place, 'id' | 'capacity'>,
): string {
  switch (why) {
    case 'full':
      return t(place?.id === SHELF ? 'refused.fullShelf' : 'refused.fullList', { n: place?.capacity ?? 0 })
    case 'many':
      return t('refused.many', { n: mostLists })
    case 'blocked':
      return t('refused.blocked')
    case 'gone':
      return t('refused.gone')
    case 'signed-out':
      return t('refused.signedOut')
    case 'forbidden':
      return t('refused.forbidden')
    case 'away':
      return t('refused.away')
  }
}
