// Writes the demo store's surveys as `central surveys live` takes them: `node scripts/write-demo-surveys.ts FILE.json`.
import { writeFileSync } from 'node:fs';
import { demoSurveys } from '#db/seed/surveys.ts';

const [path, ...rest] = process.argv.slice(2);
if (path === undefined || rest.length > 0) {
  console.error('Usage: node scripts/write-demo-surveys.ts FILE.json');
  process.exit(2);
}
try {
  writeFileSync(path, `${JSON.stringify(demoSurveys, null, 2)}\n`);
} catch (error) {
  console.error(`Cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}
console.log(`${demoSurveys.length} surveys written to ${path}`);
