// Administrative divisions of the package `element-china-area-data`: provinces, cities and counties.
import { regionData, type DataItem } from 'element-china-area-data'

/** A division; `id` is its code of 2, 4 or 6 digits. `parentId` is empty for a province. */
export interface Division {
  readonly id: string
  readonly name: string
  readonly parentId: string
}

/** Stand-ins of the statistics for "directly below the province"; no place has such a name. */
const standIns = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** All divisions down to counties, in the order of their codes. Towns are left out. */
export function divisions(): readonly Division[] {
  return below(regionData, '').sort((a, b) => (a.id < b.id ? -1 : 1))
}

function below(items: readonly DataItem[], parentId: string): Division[] {
  return items.flatMap(({ value, label, children = [] }) => {
    if (!/^(\d\d){1,3}$/.test(value)) return []
    if (standIns.has(label)) return below(children, parentId)
    return [{ id: value, name: label, parentId }, ...below(children, value)]
  })
}
