/** One figure of a soak. `bar`: what it must keep, in words; `kept`: whether it does (`undefined`: it has no bar). */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly bar: string;
  readonly kept: boolean | undefined;
}

/** A figure without a bar. */
export function told(what: string, value: string): Figure {
  return { what, value, bar: '', kept: undefined };
}

/** A figure with one. */
export function barred(what: string, value: string, bar: string, kept: boolean): Figure {
  return { what, value, bar, kept };
}

/** The slope of a straight line through the points, by least squares. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (pick: 0 | 1) => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const both = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return both / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
