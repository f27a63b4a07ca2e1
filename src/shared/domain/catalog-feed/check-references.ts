import type { CatalogRecord } from '../catalog/feed.ts';
import type { RecordProblem } from '../catalog/record-problems.ts';
import { type ReferenceVisitor, visitReferences } from '../catalog/record-references.ts';
import type { NextCatalog } from './live-records.ts';
import { recordKinds } from './validate-record.ts';

/**
 * Rejects every record that names one which will not be there, then those that name a rejected
 * one, and so on until nothing changes. Rules: CAT-30 to CAT-32.
 */
export function checkReferences({ contents, published }: NextCatalog): void {
  let problem: RecordProblem | null = null;
  // One visitor for all records: there may be hundreds of thousands.
  const visit: ReferenceVisitor = (kind, key, field) => {
    if (problem !== null || contents.held(kind).has(key)) return;
    if (contents.rejectedKeys(kind).has(key)) {
      problem = { field, reason: `the ${kind} ${key} was rejected` };
    } else if (contents.replaces(kind) || !published.has(kind, key)) {
      problem = { field, reason: `there is no ${kind} ${key}` };
    }
  };
  const problemOf = (record: CatalogRecord): RecordProblem | null => {
    problem = null;
    visitReferences(record, visit);
    return problem;
  };
  for (let rejected = true; rejected; ) {
    rejected = false;
    for (const kind of recordKinds) {
      for (const [key, { record }] of contents.held(kind)) {
        const found = problemOf(record);
        if (found === null) continue;
        contents.reject(kind, key, found);
        rejected = true;
      }
    }
  }
}
