// The part of hnswlib-node 3.0.0 that is used here. Declared here because the package is optional: where it could not be
// compiled, npm leaves it out, and `npm start` must compile without it.
declare module 'hnswlib-node' {
  export class HierarchicalNSW {
    constructor(space: 'cosine' | 'ip' | 'l2', dimensions: number);
    initIndex(maxElements: number, m?: number, efConstruction?: number, randomSeed?: number): void;
    readIndex(file: string): Promise<boolean>;
    writeIndex(file: string): Promise<boolean>;
    addPoint(point: number[], label: number): void;
    resizeIndex(maxElements: number): void;
    searchKnn(
      point: number[],
      limit: number,
      filter?: (label: number) => boolean,
    ): { distances: number[]; neighbors: number[] };
    getPoint(label: number): number[];
    getIdsList(): number[];
    getCurrentCount(): number;
    setEf(ef: number): void;
  }
  const bindings: { HierarchicalNSW: typeof HierarchicalNSW };
  export default bindings;
}
