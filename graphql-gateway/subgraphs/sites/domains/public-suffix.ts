// Names below which anybody may register. Proof would fail for them anyway: this says so before anybody tries.

/** China's own second level: by kind and by province (CNNIC); the last three are 公司, 网络 and 網絡. */
const OF_CHINA = new Set(
  'ac com edu gov mil net org ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj xn--55qx5d xn--io0a7i xn--od0alg'.split(
    ' ',
  ),
)
const KINDS = new Set('ac co com edu gob gov mil ne net or org'.split(' '))

/** A top level, or a second level of a country that registers below it. */
export function isPublicSuffix(host: string): boolean {
  const labels = host.split('.')
  const [second = '', top = ''] = labels
  if (labels.length < 2) return true
  if (labels.length > 2) return false
  if (top === 'cn') return OF_CHINA.has(second)
  return top.length === 2 && KINDS.has(second)
}

/** The label that somebody registered, such as `library` of `www.library.gov.cn`; null of a suffix. */
export function registrableLabel(host: string): string | null {
  const labels = host.split('.')
  const suffix = isPublicSuffix(labels.slice(-2).join('.')) ? 2 : 1
  return labels.at(-suffix - 1) ?? null
}
