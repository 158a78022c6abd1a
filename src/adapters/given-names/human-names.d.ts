declare module 'human-names' {
  type Names = readonly string[];
  const names: {
    readonly allEn: Names;
    readonly allFr: Names;
    readonly allDe: Names;
    readonly allEs: Names;
    readonly allIt: Names;
    readonly allNl: Names;
  };
  export default names;
}
