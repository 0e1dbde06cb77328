/** What is left to translate of the page on the desk: what the store knows, with what is written and not stored yet. */
import { computed, type ComputedRef } from 'vue'
import { usePortal } from '@shuxiang/sdk'
import {
  outdatedAt,
  translationCounts,
  type Json,
  type Outdated,
  type TranslationCount,
} from '@shuxiang/site-model'
import { pageTexts } from '@shuxiang/site-blocks'
import { useDraft } from '../desk/draft-store.ts'
import { useSite } from '../desk/site-context.ts'
import { KeepTranslations } from '../operations-later.generated.ts'
import { marksNow, rowsOf, type Row } from './rows.ts'

/** What has become of a translation that somebody says still fits. */
export type Kept = 'kept' | 'changed' | 'away'

export interface Translations {
  /** The site's own language. */
  readonly source: ComputedRef<string>
  /** The others. */
  readonly languages: ComputedRef<readonly string[]>
  /** What is left, by language. */
  readonly counts: ComputedRef<readonly TranslationCount[]>
  rows(language: string): readonly Row[]
  /** `changed`: the source was changed again meanwhile. `away`: nobody answers, or not yet. */
  keep(row: Row, language: string): Promise<Kept>
}

export function useTranslations(): Translations {
  const portal = usePortal()
  const store = useDraft()
  const { site } = useSite()
  const source = computed(() => site.value.languages[0] ?? 'zh-CN')
  const languages = computed(() => site.value.languages.slice(1))
  const known = computed(() => store.outdated.map(readMark))
  const marks = computed(() => (store.draft ? marksNow(known.value, store.draft, source.value) : []))

  return {
    source,
    languages,
    counts: computed(() =>
      store.doc ? translationCounts(pageTexts(store.doc), marks.value, site.value.languages) : [],
    ),
    rows: (language) => (store.doc ? rowsOf(store.doc, marks.value, { source: source.value, language }) : []),
    async keep(row, language) {
      // What is not stored yet has no mark there that could be taken away.
      await store.flush()
      const page = store.page?.id
      if (store.state !== 'saved' || page === undefined) return 'away'
      const mark = outdatedAt(known.value)({ ...row, language })
      if (!mark) return 'kept'
      const answer = await portal.gql(KeepTranslations, { page, outdated: [mark.id] }).catch(() => null)
      const now = answer?.data?.keepTranslations.outdated
      if (!now) return 'away'
      if (store.page?.id === page) store.outdated = now
      return outdatedAt(now.map(readMark))({ ...row, language }) ? 'changed' : 'kept'
    },
  }
}

function readMark({ was, ...mark }: ReturnType<typeof useDraft>['outdated'][number]): Outdated {
  if (was === null) return { ...mark, block: mark.block ?? null }
  const words: Json = JSON.parse(was)
  return { ...mark, block: mark.block ?? null, was: words }
}
