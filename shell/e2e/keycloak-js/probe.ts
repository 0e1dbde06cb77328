// A question to a provider by way of keycloak-js, with one short answer.
import type { Differing, Person } from '@shuxiang/identity/contract'
import type { ClientBrowser, ClientPage, OpenOptions } from './client.ts'

/** What a question is asked with. */
export interface JsAsked extends ClientBrowser {
  /** Somebody without a device whom all questions share. */
  readonly person: Person
  /** A browser in which somebody has just signed in; `before` looks at its page from the beginning. */
  signedIn(
    person?: Person,
    options?: OpenOptions,
    before?: (client: ClientPage) => unknown,
  ): Promise<ClientPage>
}

/** As in the contract: where answers may differ, both stand here with the reason. */
export interface JsProbe {
  readonly name: string
  readonly answer: string | Differing
  ask(asked: JsAsked): Promise<string>
}
