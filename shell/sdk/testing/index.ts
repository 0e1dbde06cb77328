/** What every microfrontend tests itself with. Imports no test library: faults come back as lists, empty when all is well. */
export { addressFaults, rawQueryOf, strangeQueries, type AddressCodec, type RawQuery } from './address.ts'
export { testAddressBar, type TestAddressBar } from './address-bar.ts'
export { headFaults } from './head.ts'
export { hydrationFaults } from './hydration.ts'
export { messageFaults } from './messages.ts'
export { contextKey, mockContext, mountWithPortal, type MountedWithPortal } from './mount.ts'
export {
  documentOf,
  pagesOf,
  settled,
  texts,
  type Answers,
  type OpenPage,
  type Pages,
  type RenderedPage,
} from './pages.ts'
export { gatewayAway, mockGql, mockPortal, type MockAnswer, type MockPortal } from './portal.ts'
export { colourFaults, keyFaults, readSources, wordFaults, type Source } from './sources.ts'
