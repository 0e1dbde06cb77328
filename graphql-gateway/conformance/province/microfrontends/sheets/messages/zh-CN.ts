/** What readers see, in Chinese. */
export const chinese = {
  title: '图幅',
  series: '属于“{name}”系列，{due}年重测',
  measure: '图上距离换算',
  measured: '图上1厘米，实地{metres}米',
}
