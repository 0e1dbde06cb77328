/** What the address of the gallery says: language, mode and size. */
import type { Locale, Mode } from '@shuxiang/sdk/contract'

export interface Settings {
  readonly lang: Locale
  readonly mode: Mode
  readonly scale: 'normal' | 'large'
}

const MODES = ['light', 'dark', 'contrast'] as const

/** Of an address of the gallery, or of its query alone. */
export function readSettings(address: string): Settings {
  const asked = new URL(address, 'http://path.invalid').searchParams
  return {
    lang: asked.get('lang') === 'en' ? 'en' : 'zh-CN',
    mode: MODES.find((mode) => mode === asked.get('mode')) ?? 'light',
    scale: asked.get('scale') === 'large' ? 'large' : 'normal',
  }
}

/** Without a path: the gallery may stand anywhere. */
export const addressOf = (settings: Settings): string => `?${new URLSearchParams({ ...settings })}`
