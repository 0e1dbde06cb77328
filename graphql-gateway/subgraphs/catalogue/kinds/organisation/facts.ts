// What the page of an organisation tells of its details.
import { fact, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { OrganisationDetails } from './details.ts'

export function facts({ details }: { readonly details: OrganisationDetails }): Fact[] {
  const { type, parent, address, website } = details
  return [
    ...fact(words('性质', 'Type'), type),
    ...fact(words('主管', 'Under'), parent),
    ...fact(words('地址', 'Address'), address),
    ...fact(words('网站', 'Website'), website, website),
  ]
}
