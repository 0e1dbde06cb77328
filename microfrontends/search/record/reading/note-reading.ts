/** Draws nothing: notes on the device that a text is read, of whoever reads it. */
import { computed, defineComponent, watch, type PropType } from 'vue'
import { useSession } from '@shuxiang/sdk'
import type { FullRecord } from '../../operations.generated.ts'
import { noteReading } from './note-opened.ts'

export default defineComponent({
  props: {
    record: { type: Object as PropType<FullRecord>, required: true },
    /** Null for a text without chapters. */
    chapter: { type: null as unknown as PropType<number | null>, required: true },
    /** Of the chapter, or of the record without one. */
    title: { type: String, required: true },
    /** Of the witness that is read; null for the record's own. */
    text: { type: null as unknown as PropType<string | null>, required: true },
    /** Holds the lines. */
    body: { type: Object as PropType<HTMLElement>, required: true },
  },
  setup(props) {
    const session = useSession()
    /** Another of them is another text that is read. */
    const read = computed(() =>
      JSON.stringify([
        props.record.id,
        props.chapter,
        props.text,
        session.value.status,
        session.value.reader,
      ]),
    )
    watch(
      read,
      (_, __, onCleanup) => {
        // A moment later it is known, and the ten seconds begin.
        if (session.value.status === 'unknown') return
        const { id, title, agents, kind, language, chapters } = props.record
        const isChapter = props.chapter !== null
        onCleanup(
          noteReading(window, props.body, {
            ...{ recordId: id, title, kind, language },
            by: agents.map(({ label }) => label).join('、'),
            chapter: props.chapter,
            part: isChapter ? props.title : '',
            chapters: isChapter ? chapters.length : 0,
            text: props.text,
            reader: session.value.reader,
          }),
        )
      },
      { immediate: true },
    )
    return () => null
  },
})
