/** Speaks after the states on the page, which say of themselves that they are the page. Nothing to see. */
import { defineComponent } from 'vue'
import { useHead } from '@shuxiang/sdk'

export const GalleryHead = defineComponent({
  name: 'GalleryHead',
  props: { title: { type: String, required: true } },
  setup(props) {
    useHead(() => ({ title: props.title, robots: 'noindex' }))
    return () => null
  },
})
