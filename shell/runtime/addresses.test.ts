import { describe, expect, it } from 'vitest'
import { portalAddresses, type AddressSettings } from './addresses.ts'
import type { MicrofrontendSettings } from './page-settings.ts'

const microfrontend = (name: string, signIn: MicrofrontendSettings['signIn']): MicrofrontendSettings => ({
  name,
  signIn,
  label: name,
  criticality: 'primary',
  entry: '/e.js',
  preload: [],
  messages: null,
  css: [],
  pages: [{ path: `/${name}/:id`, slots: [], documents: [], needs: [] }],
  enhancements: [],
})
const settings: AddressSettings = {
  origin: 'http://portal.test',
  locale: 'en',
  needs: [],
  signIn: 'reader',
  documents: [{ path: '/', needs: [] }],
  microfrontends: [microfrontend('item', 'reader'), microfrontend('console', 'staff')],
}

describe('a page that was loaded', () => {
  it('for readers shows theirs; one for staff is loaded anew, because another client asks for it', () => {
    const { isInside } = portalAddresses(settings)
    expect(['/item/1', '/', '/console/1'].map(isInside)).toEqual([true, true, false])
  })
  it('for staff shows theirs only', () => {
    const { isInside } = portalAddresses({ ...settings, signIn: 'staff' })
    expect(['/item/1', '/', '/console/1'].map(isInside)).toEqual([false, false, true])
  })
  it('as the end of a sign-in is what that sign-in was for', () => {
    expect(portalAddresses(settings, 'staff').isInside('/console/1')).toBe(true)
  })
})
