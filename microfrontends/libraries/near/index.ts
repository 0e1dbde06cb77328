/**
 * Enhancement `libraries.near.v1`: a button that leads to the libraries of the nearest city. Where somebody is, is asked when
 * they press it and at no other time; it is compared on the device and goes nowhere.
 */
import { loadMessages, messageTools } from '@shuxiang/sdk'
import { librariesAddress } from '@shuxiang/sdk/addresses'
import type { Enhancement } from '@shuxiang/sdk/contract'
import { messages } from '../messages/index.ts'

/** Milliseconds that a device may take, and for which it may know already. A city is all that is asked for. */
const options: PositionOptions = { enableHighAccuracy: false, timeout: 15_000, maximumAge: 600_000 }

const near: Enhancement = {
  async enhance(element, portal) {
    if (!('geolocation' in navigator)) return
    const { t } = messageTools(await loadMessages(messages, portal.locale), portal.locale)
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn'
    button.textContent = t('near.find')
    const said = document.createElement('small')
    said.textContent = t('near.how')
    const status = document.createElement('p')
    status.setAttribute('role', 'status')
    element.replaceChildren(button, said, status)

    let busy = false
    async function find(): Promise<void> {
      if (busy) return
      busy = true
      button.setAttribute('aria-disabled', 'true')
      status.textContent = t('near.looking')
      try {
        const [{ coords }, { nearestRegion }] = await Promise.all([position(), import('./nearest.ts')])
        portal.navigate(librariesAddress({ region: nearestRegion(coords) }))
        status.textContent = ''
      } catch (error) {
        const refused = error instanceof GeolocationPositionError && error.code === error.PERMISSION_DENIED
        status.textContent = t(refused ? 'near.refused' : 'near.unknown')
      }
      busy = false
      button.removeAttribute('aria-disabled')
    }
    button.addEventListener('click', () => void find(), { signal: portal.signal })
    return () => element.replaceChildren()
  },
}
export default near

function position(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, options)
  })
}
