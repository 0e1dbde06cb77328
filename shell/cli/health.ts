// Reads the public health answer of a running product.

/** The part of `/health/ready` the terminal shows. */
export interface Health {
  readonly status: string
  readonly store: {
    readonly kind: string
    readonly limits?: { readonly records: number; readonly notOffered: readonly string[] }
  }
  readonly search: {
    readonly records: number
    readonly state: 'ready' | 'rebuilding' | 'unavailable'
    /** Set while the index is filled again from the store; `total` is 0 while that is not known. */
    readonly rebuilding: { readonly done: number; readonly total: number } | null
  }
  /** The change of the store that a new version makes at its start. */
  readonly preparing: { readonly migration: string; readonly done: number; readonly total: number } | null
  readonly importing: { readonly source: string; readonly done: number; readonly total: number } | null
}

/** Null when the product does not answer, or answers something else. */
export async function healthOf(port: number): Promise<Health | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(2_000),
    })
    const body: unknown = await response.json()
    return isHealth(body) ? body : null
  } catch {
    return null
  }
}

function isHealth(value: unknown): value is Health {
  return (
    typeof value === 'object' &&
    value !== null &&
    'status' in value &&
    'store' in value &&
    'search' in value &&
    'importing' in value &&
    'preparing' in value
  )
}
