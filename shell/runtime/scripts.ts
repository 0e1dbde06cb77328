/** In which script the reader wants Chinese texts: kept for all pages, and told to those who draw some of them. */
import type { Portal, ScriptWish } from '@shuxiang/sdk/contract'
import { scriptWish } from '@shuxiang/sdk/script'
import type { PageSettings } from './page-settings.ts'
import { keepChoice } from './preferences.ts'
import type * as Module from './script/main.ts'

export interface Scripts extends Pick<Portal, 'script' | 'chooseScript' | 'onScript' | 'takeOver'> {
  /** The page is in the script that is wanted, or nobody can write it so now. Never rejects. */
  begin(): Promise<void>
  /** A choice was kept, which may be this one. */
  chosen(): void
}

export interface ScriptsOptions {
  readonly window: Window & typeof globalThis
  readonly settings: Pick<PageSettings, 'script' | 'scriptModule'>
  /** Dynamic import; another one in tests. */
  readonly load: (address: string) => Promise<unknown>
  readonly log: Portal['log']
}

export function createScripts({ window, settings, load, log }: ScriptsOptions): Scripts {
  const { document } = window
  const { dataset } = document.documentElement
  const wanted = (): ScriptWish => scriptWish(dataset['script']) ?? 'source'
  const begun = wanted()
  const listeners = new Set<(wish: ScriptWish) => void>()
  let told = begun
  let writer: Promise<Module.ScriptWriter | null> | null = null
  let ready: Module.ScriptWriter | null = null

  function write(): Promise<Module.ScriptWriter | null> {
    writer ??= load(settings.scriptModule).then(
      (module) =>
        (ready = (module as typeof Module).createScriptWriter({
          window,
          wish: begun,
          served: settings.script,
        })),
      (error: unknown) => {
        log('warn', String(error))
        return (writer = null)
      },
    )
    return writer
  }

  function chosen(): void {
    const wish = wanted()
    if (wish === told) return
    told = wish
    ready?.pause()
    for (const listener of [...listeners]) listener(wish)
    void write().then((one) => one?.want(wanted()))
  }

  return {
    async begin() {
      if (begun !== 'source') await write()
    },
    chosen,
    get script() {
      return wanted()
    },
    chooseScript(wish) {
      keepChoice(document, 'script', wish)
      chosen()
    },
    onScript(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeOver: (element, hydrate) => (ready ? ready.takeOver(element, hydrate) : hydrate()),
  }
}
