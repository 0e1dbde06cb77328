/** The field of a site's logo: the same control as that of any picture. */
import type { Field } from '@shuxiang/site-blocks'
import type { Json } from '@shuxiang/site-model'

export const logoField: Extract<Field, { kind: 'asset' }> = {
  kind: 'asset',
  label: { 'zh-CN': '馆标', en: 'Logo' },
  help: {
    'zh-CN': '有馆标的，在这里选图片（SVG、PNG、JPEG 都可以），它代替印章；名称仍写在右边。最好是透明底。',
    en: 'If the library has one, choose its picture here (SVG, PNG or JPEG). It stands in the place of the seal, left of the name; a transparent ground is best.',
  },
  accept: 'image',
  optional: true,
}

/** Id of the picture in a value of the control; empty when there is none. */
export function logoIn(value: Json | undefined): string {
  const id: unknown = Object(value ?? null)['id']
  return typeof id === 'string' ? id : ''
}
