/** The preferences form without a reload: mode, size and script at once, a change of language by its plain submission. */

const YEAR_S = 31_536_000

/** Names of choices, each with what is usual and therefore not kept. Fields, cookies and attributes go by them. */
const CHOICES = [
  ['mode', 'auto'],
  ['scale', 'normal'],
  ['script', 'source'],
  ['keys', 'on'],
] as const

/** Keep a choice, on this page and in its cookie. */
export function keepChoice(document: Document, name: string, value: string): void {
  const { dataset } = document.documentElement
  const secure = document.location.protocol === 'https:' ? '; Secure' : ''
  const kept = CHOICES.some((choice) => choice[0] === name && choice[1] === value) ? '' : value
  if (kept === '') delete dataset[name]
  else dataset[name] = kept
  document.cookie = `sx_${name}=${kept}; Path=/; Max-Age=${kept === '' ? 0 : YEAR_S}; SameSite=Lax${secure}`
}

/** A panel of the masthead. */
const PANEL = 'header details'

/**
 * Take over forms that lead to `/preferences`. The masthead's panels, this one and that of the reader's account, close by Escape, by a press or a focus outside of
 * it, and by the function returned, for navigations. `onChoice` is told when something was kept.
 */
export function followPreferences(document: Document, onChoice: () => void): () => void {
  const root = document.documentElement

  function apply(form: HTMLFormElement): void {
    const choice = new FormData(form)
    for (const [name] of CHOICES) {
      const value = choice.get(name)
      if (typeof value === 'string' && /^\w+$/.test(value)) keepChoice(document, name, value)
    }
    onChoice()
  }

  function preferencesForm(event: Event): HTMLFormElement | null {
    const form = event.target instanceof Element ? event.target.closest('form') : null
    return form && new URL(form.action).pathname === '/preferences' ? form : null
  }

  document.addEventListener('change', (event) => {
    const form = preferencesForm(event)
    if (form) apply(form)
  })
  document.addEventListener('submit', (event) => {
    const form = preferencesForm(event)
    if (!form) return
    const locale = new FormData(form, event.submitter).get('locale')
    if (locale !== null && locale !== root.lang) {
      // Back to where the reader is now, not to where the page was loaded.
      const back = form.elements.namedItem('return')
      if (back instanceof HTMLInputElement)
        back.value = `${document.location.pathname}${document.location.search}`
      return
    }
    event.preventDefault()
    apply(form)
    form.closest('details')?.removeAttribute('open')
  })

  const opened = (): HTMLDetailsElement | null => document.querySelector<HTMLDetailsElement>(`${PANEL}[open]`)
  const close = (): void => opened()?.removeAttribute('open')
  const closeBeside = ({ target }: Event): void => {
    if (target instanceof Node && !opened()?.contains(target)) close()
  }
  document.addEventListener('keydown', (event) => {
    const panel = opened()
    if (event.key !== 'Escape' || panel === null) return
    const within = panel.contains(document.activeElement)
    close()
    // The control that opened it; a reader who is elsewhere stays there.
    if (within) panel.querySelector('summary')?.focus()
  })
  document.addEventListener('pointerdown', closeBeside)
  document.addEventListener('focusin', closeBeside)
  // A browser that goes back may show the page as it was left.
  document.defaultView?.addEventListener('pagehide', close)
  return close
}
