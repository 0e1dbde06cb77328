/** What a reader typed into a page, kept across a sign-in and put back once. Never a password, a code or a file. */

/** One field: where it stands, and what was in it. */
export interface Typed {
  /** Path of the form's action; empty outside of forms. */
  readonly form: string
  /** Its id, else its name. */
  readonly field: string
  /** Among fields of the same form and name. */
  readonly index: number
  /** Of a check box or radio button: whether it was chosen. */
  readonly value: string | boolean
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const SECRET_TYPES = ['password', 'hidden', 'file', 'submit', 'button', 'reset', 'image']
/** By their purpose (HTML, autofill), whatever their type: a shown password is a text field. */
const SECRET_PURPOSE = /password|one-time-code|^cc-/
/** Characters of all fields together. */
const MOST = 500_000

const isChoice = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')

/** Fields of the document with their places, in its order. */
function fieldsOf(document: Document): (Omit<Typed, 'value'> & { readonly element: Field })[] {
  const counted = new Map<string, number>()
  return [...document.querySelectorAll<Field>('input, textarea, select')].flatMap((element) => {
    const field = element.id || element.name
    const secret = SECRET_TYPES.includes(element.type) || SECRET_PURPOSE.test(element.autocomplete)
    if (field === '' || secret || element.closest('[data-no-keep]')) return []
    const form = element.form ? new URL(element.form.action, document.baseURI).pathname : ''
    const key = `${form} ${field}`
    const index = counted.get(key) ?? 0
    counted.set(key, index + 1)
    return [{ element, form, field, index }]
  })
}

function changed(element: Field): boolean {
  if (isChoice(element)) return element.checked !== element.defaultChecked
  if (element instanceof HTMLSelectElement)
    return [...element.options].some(({ selected, defaultSelected }) => selected !== defaultSelected)
  return element.value !== element.defaultValue
}

/** Fields that are not as the page gave them; beyond the bound, the later ones are left out. */
export function readTyped(document: Document): Typed[] {
  let left = MOST
  return fieldsOf(document).flatMap(({ element, ...place }) => {
    if (!changed(element)) return []
    const value = isChoice(element) ? element.checked : element.value
    left -= String(value).length
    return left < 0 ? [] : [{ ...place, value }]
  })
}

/** Puts back what has its field by now; gives what has none yet. Components learn of it as of typing. */
export function writeTyped(document: Document, typed: readonly Typed[]): Typed[] {
  const fields = fieldsOf(document)
  return typed.filter(({ form, field, index, value }) => {
    const found = fields.find((one) => one.form === form && one.field === field && one.index === index)
    if (!found) return true
    const { element } = found
    if (isChoice(element)) element.checked = value === true
    else element.value = String(value)
    for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }))
    return false
  })
}
