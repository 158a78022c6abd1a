/** The lines, parsed; `undefined` for one that is not JSON. */
export function* jsonLines(bytes: Uint8Array): Generator<unknown, undefined> {
  const decoder = new TextDecoder();
  // Line by line: the whole file as one string would meet V8's limit of 512 MB first.
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    yield parseJson(decoder.decode(bytes.subarray(start, end)));
    start = end + 1;
  }
  return undefined;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON is one way of not being of the line's form; the caller names the line.
    return undefined;
  }
}
