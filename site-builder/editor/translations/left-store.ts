/** What is left to translate of each page of the site, as the store counted it when somebody last looked at the list. */
import type { Gql } from '@shuxiang/sdk'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { TranslationCount } from '@shuxiang/site-model'
import { TranslationsLeft } from '../operations-later.generated.ts'

type Counts = readonly Omit<TranslationCount, 'texts'>[]

export const useLeft = defineStore('editor/translations-left', () => {
  const byPage = shallowRef<ReadonlyMap<string, Counts>>(new Map())
  let asked: Promise<void> | null = null

  /** Once for all who ask at the same time. Without an answer the list has no counts, and all else. */
  function ask(gql: Gql, site: string): Promise<void> {
    asked ??= gql(TranslationsLeft, { site })
      .then(({ data }) => {
        byPage.value = new Map(data?.editedSite?.pages.map(({ id, translations }) => [id, translations]))
      })
      .catch(() => {})
      .finally(() => (asked = null))
    return asked
  }
  return { byPage, ask }
})
