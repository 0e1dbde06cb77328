/** Loads a module of a microfrontend together with the messages that it will ask for. */

/** The owner of a module: where its messages in the language of the page are. */
export interface ModuleOwner {
  readonly messages: string | null
}

/**
 * Both at once, not one after the other; messages that do not come are told as code that did not come, before anything
 * on the page is touched.
 */
export async function loadModule(
  load: (address: string) => Promise<unknown>,
  entry: string,
  { messages }: ModuleOwner,
): Promise<unknown> {
  const [module] = await Promise.all([load(entry), messages === null ? null : load(messages)])
  return module
}
