// Prints `N passed, N failed` from the JSON report of vitest.
import { readFileSync } from 'node:fs';

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log('The test runner left no report.');
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

const { numPassedTests, numFailedTests, testResults } = read(process.argv[2]);
// A file that could not even be loaded has no tests to fail.
const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
console.log(`${numPassedTests} passed, ${numFailedTests + unloaded.length} failed`);
