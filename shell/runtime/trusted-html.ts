/** The one way by which text of the server becomes markup: named in the content policy as `shuxiang`. */

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): string }
}

declare global {
  interface Window {
    /** Absent in browsers without Trusted Types. */
    readonly trustedTypes?: PolicyFactory
  }
}

/** Turns fragments of this origin's own endpoints, escaped where they were made, into nodes. */
export function fragmentParser(window: Window): (html: string) => DocumentFragment {
  const policy = window.trustedTypes?.createPolicy('shuxiang', { createHTML: (text) => text })
  return (html) => {
    const template = window.document.createElement('template')
    template.innerHTML = policy ? policy.createHTML(html) : html
    return template.content
  }
}
