/** A real link that moves inside the portal without loading a page, when the reader means just that. */
import { defineComponent, h } from 'vue'
import { usePortal } from './context.ts'
import { isPlainClick } from './plain-click.ts'

/** `<PortalLink to="/search?q=…">`: an `<a href>`; every other attribute falls through to it. */
export const PortalLink = defineComponent({
  name: 'PortalLink',
  props: {
    /** Path of the portal, beginning with a slash. */
    to: { type: String, required: true },
    /** Take the place of the present entry in the history. */
    replace: { type: Boolean, default: false },
  },
  setup(props, { slots, attrs }) {
    const portal = usePortal()
    function follow(event: MouseEvent): void {
      if (!isPlainClick(event) || 'download' in attrs) return
      if (typeof attrs['target'] === 'string' && attrs['target'] !== '_self') return
      event.preventDefault()
      portal.navigate(props.to, { replace: props.replace })
    }
    return () => h('a', { href: props.to, onClick: follow }, slots['default']?.())
  },
})
