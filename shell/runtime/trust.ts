/** The one way by which text becomes markup or the address of a script: named in the content policy as `shuxiang`. */

interface TrustPolicy {
  createHTML(text: string): string
  createScriptURL(address: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: TrustPolicy): TrustPolicy
}

declare global {
  interface Window {
    /** Absent in browsers without Trusted Types. */
    readonly trustedTypes?: PolicyFactory
  }
}

export interface Trust {
  /** Turns fragments of this origin's own endpoints, escaped where they were made, into nodes. */
  parse(html: string): DocumentFragment
  /** @throws TypeError for an address that is no built file. */
  startWorker(address: string): Worker
}

export function createTrust(window: Window): Trust {
  const { location } = window
  const rules: TrustPolicy = {
    createHTML: (text) => text,
    createScriptURL(address) {
      const { origin, pathname, href } = new URL(address, location.href)
      if (origin === location.origin && pathname.startsWith('/_assets/releases/')) return href
      throw new TypeError(`${address} is no file of a release`)
    },
  }
  const policy = window.trustedTypes?.createPolicy('shuxiang', rules) ?? rules
  return {
    parse(html) {
      const template = window.document.createElement('template')
      template.innerHTML = policy.createHTML(html)
      return template.content
    },
    startWorker: (address) => new Worker(policy.createScriptURL(address), { type: 'module' }),
  }
}
