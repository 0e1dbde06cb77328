// The parts of a form: labelled fields with hint and fault bound to them, the summary of faults, the library chosen by name.
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import { address, html, type Markup } from './html.ts'
import type { FieldName, LibraryChoice, PageForm } from './page.ts'
import { problems } from './words/problems.ts'
import { say, type Text } from './words/texts.ts'

/** Id of the form on a page; there is one at most. */
export const formId = 'login-form'

interface FieldOptions {
  readonly locale: InterfaceLanguage
  readonly form: PageForm
  readonly name: FieldName
  readonly label: Text
  readonly hint?: Text
  /** Standard purpose of the field (WCAG 1.3.5); password managers go by it. */
  readonly autocomplete: string
  readonly value?: string
  readonly kind?: 'text' | 'password' | 'digits'
  /** The first field that the reader has to fill in. */
  readonly first?: boolean
  readonly list?: string
  /** Stands beneath the field and belongs to it. */
  readonly after?: Markup | null
}

const faultOf = ({ faults }: PageForm, name: FieldName) => faults.find(({ field }) => field === name)

export function field(options: FieldOptions): Markup {
  const { locale, form, name, label, hint, autocomplete, value = '', kind = 'text', list } = options
  const fault = faultOf(form, name)
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  // The summary of faults takes the focus; without faults the first empty field does.
  const focus = options.first === true && form.faults.length === 0
  const secret = kind === 'password'
  return html`<div class="field${fault ? ' wrong' : ''}">
    <label for="${name}">${say(locale, label)}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${say(locale, hint)}</p>`}
    ${fault && html`<p class="fault" id="${name}-fault">${problems[fault.problem][locale]}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${secret ? 'password' : 'text'}"
      value="${secret ? '' : value}"
      autocomplete="${autocomplete}"
      autocapitalize="none"
      spellcheck="false"
      required
      ${kind === 'digits' && html` inputmode="numeric"`}
      ${list && html` list="${list}"`}
      ${described && html` aria-describedby="${described}"`}
      ${fault && html` aria-invalid="true"`}
      ${focus && html` autofocus`}
    />
    ${
      secret &&
      html`<p class="caps" data-caps="${name}" role="status" hidden>${say(locale, 'capsLock')}</p>
        <label class="shows" data-shows="${name}" hidden
          ><input type="checkbox" autocomplete="off" />${say(locale, 'showPassword')}</label
        >`
    }
    ${options.after}
  </div>`
}

/** A library by its name; several that fit the text stand beneath it to choose from. */
export function libraryField(
  locale: InterfaceLanguage,
  form: PageForm,
  { typed, candidates, list }: LibraryChoice,
  first: boolean,
  label: 'library' | 'staffLibrary' = 'library',
): Markup {
  const choices = html`<fieldset class="candidates">
    <legend>${say(locale, 'candidates')}</legend>
    ${candidates.map(
      ({ code, name }) =>
        html`<label lang="zh-CN"><input type="radio" name="pick" value="${code}" />${name}</label>`,
    )}
  </fieldset>`
  return html`${field({
      locale,
      form,
      name: 'library',
      label,
      hint: 'libraryHint',
      // No standard purpose names it, and what a browser offers by itself would lie over the names.
      autocomplete: 'off',
      value: typed,
      list: 'libraries',
      first,
      after: candidates.length > 0 ? choices : null,
    })} <datalist id="libraries" data-list="${address(list)}"></datalist>`
}

/** What is wrong, above the form and with the focus: one sentence, or a list that leads to the fields. */
export function faultSummary(locale: InterfaceLanguage, { faults }: PageForm): Markup | null {
  if (faults.length === 0) return null
  const title =
    faults.length === 1 ? say(locale, 'faultsOne') : say(locale, 'faultsMany', { n: faults.length })
  return html`<div class="faults" id="faults" role="alert" tabindex="-1" autofocus>
    <h2>${title}</h2>
    <ul>
      ${faults.map(({ field: name, problem }) => {
        const sentence = problems[problem][locale]
        return html`<li>
          ${name === null ? sentence : html`<a class="tap" href="#${name}">${sentence}</a>`}
        </li>`
      })}
    </ul>
  </div>`
}

interface FormOptions {
  readonly locale: InterfaceLanguage
  readonly form: PageForm
  readonly submit: Text
  readonly fields: readonly (Markup | null)[]
  /** Stands beside the button. */
  readonly beside?: Markup | null
}

/** The form. The browser's own checks are off: their sentences say less than ours, and not to every reader. */
export function formOf({ locale, form, submit, fields, beside }: FormOptions): Markup {
  return html`${faultSummary(locale, form)}
    <form id="${formId}" class="login" method="post" action="${address(form.action)}" novalidate>
      ${hiddenFields(form)} ${fields}
      <p class="acts">
        <button class="btn primary" name="do" value="go">${say(locale, submit)}</button>${beside}
      </p>
    </form>`
}

export function hiddenFields({ hidden }: PageForm): readonly Markup[] {
  return Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
}
