/** Where microfrontends are: below `microfrontends/`, and the editor with the parts of the site builder that it is made of. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const PARENTS = ['microfrontends', 'site-builder']

/** Folders below a repository by the name of the microfrontend, such as `microfrontends/search`. */
export function microfrontendFolders(repository: string): ReadonlyMap<string, string> {
  return new Map(
    PARENTS.filter((parent) => existsSync(join(repository, parent))).flatMap((parent) =>
      readdirSync(join(repository, parent))
        .filter((name) => existsSync(join(repository, parent, name, 'microfrontend.json')))
        .map((name): [string, string] => [name, `${parent}/${name}`]),
    ),
  )
}
