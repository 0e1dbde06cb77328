/** What readers see, in English. */
export const english = {
  title: 'Map sheet',
  series: 'Of the series {name}, surveyed again in {due}',
  measure: 'Distances on the ground',
  measured: '1 cm on the map is {metres} m on the ground',
}
