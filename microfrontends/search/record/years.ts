/** Years of works: negative before our era. */
import type { MessageTools } from '@shuxiang/sdk'

/** As text, because a year is never grouped like a count. */
export function yearText(year: number, { t }: Pick<MessageTools, 't'>): string {
  return year < 0 ? t('year.bce', { year: String(-year) }) : t('year.ce', { year: String(year) })
}
