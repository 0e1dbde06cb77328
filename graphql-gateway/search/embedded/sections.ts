/** The columns as named arrays and numbers, on their way into a file or out of it. */

/**
 * One code both saves and loads: each owner passes what it has and keeps what it gets. When saving, that is the same;
 * when loading, what the file holds. `used` is how much of an array counts; the rest is room to grow.
 */
export interface Sections {
  number(name: string, value: number): number
  uint8(name: string, array: Uint8Array<ArrayBuffer>, used: number): Uint8Array<ArrayBuffer>
  uint16(name: string, array: Uint16Array<ArrayBuffer>, used: number): Uint16Array<ArrayBuffer>
  uint32(name: string, array: Uint32Array<ArrayBuffer>, used: number): Uint32Array<ArrayBuffer>
  int32(name: string, array: Int32Array<ArrayBuffer>, used: number): Int32Array<ArrayBuffer>
  float64(name: string, array: Float64Array<ArrayBuffer>, used: number): Float64Array<ArrayBuffer>
}
