/** Puts components into one, in order, moving as few as can be. */
import type { Component } from 'grapesjs'

/** Read by GrapesJS, and unknown to the types of the library below it. */
const forNow: object = { temporary: true }

export function fill(holder: Component, wanted: readonly Component[]): void {
  const now = holder.components()
  // Only from here: it goes elsewhere, or is gone for good, which is said by whoever removes it.
  const takeOut = (component: Component): void => void component.collection?.remove(component, forNow)
  const staying = new Set(wanted)
  for (const component of [...now.models]) if (!staying.has(component)) takeOut(component)
  wanted.forEach((component, at) => {
    // One that stands before its place and is wanted further down.
    if (now.at(at) !== component && now.at(at + 1) === component) takeOut(now.at(at))
    if (now.at(at) === component) return
    takeOut(component)
    now.add(component, { at })
  })
}
