// A page of a provider as its visitor meets it: words and forms, read from HTML.
import { parse, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A form: where it goes, and its fields with the values that stand in them. */
export interface Form {
  readonly action: string
  readonly method: 'get' | 'post'
  readonly fields: ReadonlyMap<string, Field>
}

/** One field; a button counts as one when it has a name. */
export interface Field {
  readonly type: string
  readonly value: string
  readonly autocomplete: string
}

/** What was answered, when it was no redirect. */
export interface Page {
  readonly status: number
  readonly url: URL
  readonly headers: Headers
  readonly text: string
  readonly forms: readonly Form[]
}

/** Reads a page. `text` is the source, whatever its type. */
export function readPage(url: URL, status: number, headers: Headers, text: string): Page {
  const html = (headers.get('content-type') ?? '').startsWith('text/html')
  const forms = html ? elements(parse(text), 'form').map((form) => readForm(form, url)) : []
  return { status, url, headers, text, forms }
}

function readForm(form: Element, page: URL): Form {
  const fields = new Map<string, Field>()
  for (const tag of ['input', 'button', 'select', 'textarea'])
    for (const element of elements(form, tag)) {
      const name = attribute(element, 'name')
      if (name === null) continue
      fields.set(name, {
        type: attribute(element, 'type') ?? (tag === 'input' ? 'text' : tag),
        value: attribute(element, 'value') ?? '',
        autocomplete: attribute(element, 'autocomplete') ?? '',
      })
    }
  return {
    action: new URL(attribute(form, 'action') ?? page.href, page).href,
    method: attribute(form, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    fields,
  }
}

function elements(node: Node, tag: string): Element[] {
  const found: Element[] = []
  const visit = (one: Node): void => {
    if ('tagName' in one && one.tagName === tag) found.push(one)
    if ('childNodes' in one) one.childNodes.forEach(visit)
  }
  visit(node)
  return found
}

const attribute = ({ attrs }: Element, name: string): string | null =>
  attrs.find((one) => one.name === name)?.value ?? null
