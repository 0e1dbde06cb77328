/** The place on a microfrontend's page where others add something of their own. */
import { defineComponent, h, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import { useContext } from './context.ts'
import type { SlotPlace } from './placed-slot.ts'
import { slotMarker } from './slot-marker.ts'
import type { SlotContexts, SlotName } from './slots.ts'

/**
 * `<PortalSlot name="record.body.v1" :context="…">`: an element that Vue keeps and whose content it leaves alone. It
 * takes no room by itself (`display: contents` of the theme), so nothing added is nothing seen. A context that changes
 * reaches what was added; the content goes with the component.
 */
export const PortalSlot = defineComponent(
  <Name extends SlotName>(props: { readonly name: Name; readonly context: SlotContexts[Name] }) => {
    const { portal, placed, server } = useContext('PortalSlot')
    if (server) {
      placed.push({ name: props.name, context: props.context })
      const marker = slotMarker(placed.length - 1)
      return () => h('div', { 'data-portal-slot': props.name, innerHTML: marker })
    }
    const element = shallowRef<HTMLElement | null>(null)
    let place: SlotPlace | null = null
    onMounted(() => {
      if (element.value) place = portal.extend(element.value, props.name, props.context)
    })
    watch(
      () => JSON.stringify(props.context),
      () => place?.update(props.context),
    )
    onBeforeUnmount(() => place?.leave())
    // Without children in the template, hydration and updates do not look inside.
    return () => h('div', { ref: element, 'data-portal-slot': props.name })
  },
  // Types of props would lose the one that ties a context to its slot.
  // eslint-disable-next-line vue/require-prop-types
  { name: 'PortalSlot', props: ['name', 'context'] },
)
