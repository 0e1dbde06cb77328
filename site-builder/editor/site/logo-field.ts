/** The field of a site's logo: the same control as that of any picture. */
import type { Field } from '@shuxiang/site-blocks'
import type { Json } from '@shuxiang/site-model'

/** `label` and `help` are in the language of the desk. */
export function logoField(label: string, help: string): Extract<Field, { kind: 'asset' }> {
  return {
    kind: 'asset',
    label: { 'zh-CN': label, en: label },
    help: { 'zh-CN': help, en: help },
    accept: 'image',
    optional: true,
  }
}

/** Id of the picture in a value of the control; empty when there is none. */
export function logoIn(value: Json | undefined): string {
  const id: unknown = Object(value ?? null)['id']
  return typeof id === 'string' ? id : ''
}
