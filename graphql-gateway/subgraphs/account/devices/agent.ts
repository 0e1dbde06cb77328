// What a browser says of itself -> the two names by which its reader knows it. Nothing else of it is kept.

/** Names of products, the same in every language; null for what is not known. */
export interface Agent {
  readonly browser: string | null
  readonly system: string | null
}

/** Browsers that say they are others, too, stand before those. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/MQQBrowser\/|QQBrowser\//, 'QQ'],
  [/UCBrowser\/|UCWEB/, 'UC'],
  [/HuaweiBrowser\//, 'Huawei'],
  [/MiuiBrowser\//, 'Xiaomi'],
  [/QIHU|360SE|360EE/, '360'],
  [/EdgA?\/|EdgiOS\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|HeadlessChrome\//, 'Chrome'],
  [/Version\/[\d.]+.*Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
/** Longer ones are nobody's. */
const longest = 1000

export function agentOf(text: string | undefined): Agent {
  const given = (text ?? '').slice(0, longest)
  const named = (list: readonly (readonly [RegExp, string])[]): string | null =>
    list.find(([pattern]) => pattern.test(given))?.[1] ?? null
  return { browser: named(browsers), system: named(systems) }
}
