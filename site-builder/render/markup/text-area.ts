/** A field for paragraphs. Its content is text that a browser reads by other rules than elements, so it is made here alone. */
import { escape, Html } from './html.ts'

export interface TextArea {
  readonly id: string
  readonly name: string
  readonly rows: number
  readonly longest: number
  readonly value: string
  /** Id of what says more about it. */
  readonly describedBy: string
  readonly invalid: boolean
}

export function textArea({ id, name, rows, longest, value, describedBy, invalid }: TextArea): Html {
  const said = `id="${escape(id)}" name="${escape(name)}" rows="${rows}" maxlength="${longest}" aria-describedby="${escape(describedBy)}"`
  // A browser drops the first line break.
  return Html.trusted(
    `<textarea ${said} required${invalid ? ' aria-invalid="true"' : ''}>\n${escape(value)}</textarea>`,
  )
}
