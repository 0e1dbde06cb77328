/** The files that are on their way to the library whose site is on the desk. */
import { usePortal, useSession } from '@shuxiang/sdk'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useSite } from '../desk/site-context.ts'
import { quietly } from '../quietly.ts'
import { useGifts } from './gifts.ts'
import { openKeptFiles } from './kept-files.ts'
import { openUploads, type Uploads } from './uploads.ts'

const useOpened = defineStore('editor/uploads', () => ({
  /** Whose they are, and of which library. */
  owner: shallowRef(''),
  uploads: shallowRef<Uploads | null>(null),
}))

/** Opened by the first who asks, and stays until the desk is left. */
export function useUploads(): { readonly uploads: Uploads; close(): void } {
  const portal = usePortal()
  const session = useSession()
  const opened = useOpened()
  const gifts = useGifts()
  const { site, book } = useSite()
  const owner = `${session.value.reader ?? ''} ${site.value.id}`
  if (!opened.uploads || opened.owner !== owner) {
    opened.uploads?.close()
    opened.owner = owner
    const ending = new AbortController()
    const uploads: Uploads = openUploads({
      gql: portal.gql,
      // Null in a browser that keeps nothing on the device.
      kept: quietly(() => openKeptFiles(owner)),
      locks: navigator.locks,
      ready({ key, asset, at }) {
        if (at === null) book.askAnew()
        else gifts.add({ key, asset, at, taken: () => uploads.taken(key) })
      },
    })
    window.addEventListener('online', () => uploads.online(), { signal: ending.signal })
    opened.uploads = {
      ...uploads,
      close() {
        ending.abort()
        uploads.close()
      },
    }
    void uploads.resume()
  }
  const { uploads } = opened
  return {
    uploads,
    close() {
      if (opened.uploads === uploads) opened.uploads = null
      uploads.close()
    },
  }
}
