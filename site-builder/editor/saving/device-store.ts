/// <reference lib="dom" />
/** One store of values by key in the browser's own database. Every call fails where a browser keeps nothing. */

export interface DeviceStore {
  read<Value>(ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value>
  /** Ends when it is written. */
  change(run: (store: IDBObjectStore) => void): Promise<void>
}

export interface DeviceStoreOptions {
  readonly name: string
  readonly store: string
  /** Raised with each change of what is kept; what an older editor has kept is then left alone. */
  readonly version: number
}

export function openDeviceStore(
  { name, store, version }: DeviceStoreOptions,
  factory: IDBFactory,
): DeviceStore {
  const request = factory.open(name, version)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(store)
  }
  const opened = settled(request)
  // Whoever asks is told; nobody may ever ask.
  opened.catch(() => {})
  return {
    read: async (ask) => settled(ask((await opened).transaction(store).objectStore(store))),
    async change(run) {
      const transaction = (await opened).transaction(store, 'readwrite')
      run(transaction.objectStore(store))
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error ?? new Error('it could not be kept'))
      })
    },
  }
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no answer of the device'))
  })
}
