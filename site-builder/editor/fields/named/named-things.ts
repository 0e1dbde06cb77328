/** What a field may name, for who chooses: looked up when the field is opened. */
import { computed, onMounted, shallowRef, type Ref } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import type { TextField } from '@shuxiang/site-blocks'
import { textFor, type Json } from '@shuxiang/site-model'
import { useSite } from '../../desk/site-context.ts'

export interface NamedThing {
  /** The value of the field. */
  readonly name: string
  readonly label: string
  readonly about: string
}

export interface NamedThings {
  /** Null until they are known. */
  readonly things: Readonly<Ref<readonly NamedThing[] | null>>
  readonly away: Readonly<Ref<boolean>>
}

/** @param beside the other fields of the block. */
export function useNamedThings(
  of: NonNullable<TextField['names']>,
  beside: () => Readonly<Record<string, Json>>,
): NamedThings {
  return of === 'parts' ? useParts(beside) : useOffers()
}

function useParts(beside: () => Readonly<Record<string, Json>>): NamedThings {
  const { parts } = useSite()
  const { locale } = usePortal()
  return {
    away: parts.away,
    things: computed(
      () =>
        parts.offered.value
          ?.filter(({ keeper }) => keeper === beside()['from'])
          .map(({ name, title }) => ({ name, label: textFor(title, locale)?.text ?? name, about: '' })) ??
        null,
    ),
  }
}

interface Offered {
  readonly offers: readonly {
    readonly offer: string
    readonly label: Readonly<Record<string, string>>
    readonly about: Readonly<Record<string, string>>
    readonly on: readonly string[]
  }[]
}

function useOffers(): NamedThings {
  const { locale, log, signal } = usePortal()
  const things = shallowRef<readonly NamedThing[] | null>(null)
  const away = shallowRef(false)
  onMounted(async () => {
    try {
      const answer = await fetch('/_offers', { signal })
      if (!answer.ok) throw new Error(`It answered ${answer.status}.`)
      const { offers }: Offered = await answer.json()
      things.value = offers
        .filter(({ on }) => on.includes('branch'))
        .map(({ offer, label, about }) => ({
          ...{ name: offer, label: label[locale] ?? offer, about: about[locale] ?? '' },
        }))
    } catch (error) {
      away.value = true
      log('warn', 'what services offer cannot be looked up', { reason: String(error) })
    }
  })
  return { things, away }
}
