import { keyEraser } from './people.ts';
import type { ReadableDb } from './sqlite.ts';
import type { StoreFinding } from './store-finding.ts';

interface PeopleCheck {
  readonly check: string;
  /** Follows `person <id>` or `order <number>`. */
  readonly message: string;
  /** Selects who or what is wrong; ordered. */
  readonly sql: string;
}

/** At most so many are named for each check. */
const mostNamed = 20;

const personOf = "json_extract(o.document, '$.personId')";

const checks: readonly PeopleCheck[] = [
  {
    check: 'order-person',
    message: 'names another person than the one who was stored with it',
    sql: `SELECT 'order ' || o.number FROM orders o
      WHERE json_valid(o.document)
        AND ${personOf} IS NOT (SELECT id FROM people WHERE order_id = o.id)
      ORDER BY o.number_seq`,
  },
  {
    check: 'person-key',
    message: 'has not the key that they must have, or one that was to be destroyed',
    sql: `SELECT 'person ' || p.id FROM people p LEFT JOIN person_keys k ON k.person = p.seq
      WHERE k.wrapped IS NULL OR k.wrapped = ''
        OR (p.erased_at IS NULL) <> (k.wrapped NOT GLOB '*[^A-Za-z0-9_-]*')
        OR (p.erased_at IS NOT NULL) <> (k.wrapped NOT GLOB '*[^${keyEraser}]*')
      ORDER BY p.seq`,
  },
  {
    check: 'person-outbox',
    message: 'was told otherwise to head office',
    sql: `SELECT 'person ' || p.id FROM people p JOIN orders o ON o.id = p.order_id
      WHERE NOT EXISTS (SELECT 1 FROM outbox_events e
        WHERE e.order_id = o.id AND e.type = 'person.recorded' AND json_valid(e.payload)
          AND json_extract(e.payload, '$.personId') = p.id
          AND json_extract(e.payload, '$.sealed') = p.sealed)
      ORDER BY p.seq`,
  },
  {
    check: 'person-kept',
    message: 'is kept without a sale or an open payment',
    sql: `SELECT 'person ' || p.id FROM people p
      WHERE p.erased_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM orders WHERE id = p.order_id)
        AND NOT EXISTS (SELECT 1 FROM payment_intents
          WHERE person = p.id AND state IN ('pending', 'unsettled'))
      ORDER BY p.seq`,
  },
];

/** Every contact has its sale and its key, and no key outlives its erasure. PPL-16. */
export function checkPeople(db: ReadableDb): readonly StoreFinding[] {
  return checks.flatMap(({ check, message, sql }) =>
    db
      .tuples<[who: string]>(`${sql} LIMIT ?`, mostNamed)
      .map(([who]) => ({ check, message: `${who} ${message}` })),
  );
}
