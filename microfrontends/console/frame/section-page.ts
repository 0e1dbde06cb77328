/** Pages of sections and their parts as components, whose code comes when they are opened. */
import { defineAsyncComponent, type Component } from 'vue'
import type { Locale } from '@shuxiang/sdk/contract'
import type { Section } from '../section-contract.ts'
import SectionAway from './SectionAway.vue'
import SectionLoading from './SectionLoading.vue'

type Loaded = { readonly default: Component }

const opened = (loader: () => Promise<Loaded>): Component =>
  defineAsyncComponent({
    loader,
    delay: 300,
    loadingComponent: SectionLoading,
    errorComponent: SectionAway,
  })

/** A part of a page, fetched together with the words of its section. */
export function partOf(
  load: () => Promise<Loaded>,
  loadWords: (locale: Locale) => Promise<void>,
  locale: Locale,
): Component {
  return opened(async () => {
    const [part] = await Promise.all([load(), loadWords(locale)])
    return part
  })
}

const made = new WeakMap<Section, Component>()

/** The same component for a section each time: it is not mounted anew when the frame is drawn again. */
export function pageOf(section: Section): Component {
  const page = made.get(section) ?? opened(section.page)
  made.set(section, page)
  return page
}
