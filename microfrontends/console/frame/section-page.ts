/** The page of a section as a component, whose code comes when it is opened. */
import { defineAsyncComponent, type Component } from 'vue'
import type { Section } from '../section-contract.ts'
import SectionAway from './SectionAway.vue'
import SectionLoading from './SectionLoading.vue'

const made = new WeakMap<Section, Component>()

/** The same component for a section each time: it is not mounted anew when the frame is drawn again. */
export function pageOf(section: Section): Component {
  const page =
    made.get(section) ??
    defineAsyncComponent({
      loader: section.page,
      delay: 300,
      loadingComponent: SectionLoading,
      errorComponent: SectionAway,
    })
  made.set(section, page)
  return page
}
