// What assets are made of, as the graph calls it.
import type { AssetKind, AssetState, Licence } from '../store/documents.ts'
import type { KeptType, Refusal } from '../working/made.ts'
import type {
  AssetKind as GraphKind,
  AssetLicence,
  AssetRefusal,
  AssetState as GraphState,
} from '../schema/types.generated.ts'

export const stateNames: Readonly<Record<AssetState, GraphState>> = {
  receiving: 'RECEIVING',
  working: 'WORKING',
  refused: 'REFUSED',
  ready: 'READY',
}

export const kindNames: Readonly<Record<AssetKind, GraphKind>> = { picture: 'PICTURE', document: 'DOCUMENT' }

export const refusalNames: Readonly<Record<Refusal, AssetRefusal>> = {
  type: 'TYPE',
  heic: 'HEIC',
  broken: 'BROKEN',
  pixels: 'PIXELS',
  effort: 'EFFORT',
  size: 'SIZE',
  locked: 'LOCKED',
  active: 'ACTIVE',
  pages: 'PAGES',
}

export const licenceNames: Readonly<Record<Licence, AssetLicence>> = {
  own: 'OWN',
  'public-domain': 'PUBLIC_DOMAIN',
  cc0: 'CC0',
  'cc-by': 'CC_BY',
  'cc-by-sa': 'CC_BY_SA',
  'cc-by-nc': 'CC_BY_NC',
  'cc-by-nd': 'CC_BY_ND',
  permission: 'PERMISSION',
  unknown: 'UNKNOWN',
}

/** The ending of a file's address says to people what it is; the answer says it to programs. */
export const endings: Readonly<Record<KeptType, string>> = {
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}
