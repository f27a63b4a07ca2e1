import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Check, Errors } from 'typebox/value';
import { expect, test } from 'vitest';
import {
  CloudEvent,
  cloudEventData,
  cloudEventNames,
  cloudEventType,
} from '#shared/contract/api/cloud-events.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/events.md'), 'utf8');

/** What the page says under the heading of a type. */
function sectionOf(type: string): string {
  const section = text.split(/^### /m).find((part) => part.startsWith(`\`${type}\``));
  if (section === undefined) throw new Error(`docs/events.md has no section about ${type}`);
  return section.split(/^## /m)[0] ?? '';
}

test.each(cloudEventNames)('EVO-1 the page about events describes %s, with an example', (name) => {
  const section = sectionOf(cloudEventType(name));
  const [, example = ''] = /```json\n(.*?)```/s.exec(section) ?? [];
  const event: unknown = JSON.parse(example);
  expect([...Errors(CloudEvent, event)].slice(0, 3)).toEqual([]);
  expect(Check(CloudEvent, event)).toBe(true);
  expect(event).toMatchObject({ type: cloudEventType(name) });
  for (const field of Object.keys(cloudEventData[name].properties)) {
    expect(section, `${name} has ${field}`).toContain(`\`${field}\``);
  }
});
