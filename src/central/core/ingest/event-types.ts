import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { DesignSavedV1 } from '#shared/contract/api/design-events.ts';
import { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { PersonErasedV1, PersonRecordedV1 } from '#shared/contract/api/people.ts';
import { SurveyAnsweredV1 } from '#shared/contract/api/survey-events.ts';

/** Every kind of event that the backend takes, by type and schema version. */
const schemas: ReadonlyMap<string, TSchema> = new Map<string, TSchema>([
  ['order.completed/1', OrderCompletedV1],
  ['design.saved/1', DesignSavedV1],
  ['person.recorded/1', PersonRecordedV1],
  ['survey.answered/1', SurveyAnsweredV1],
  ['person.erased/1', PersonErasedV1],
]);

/** The types alone, each once. */
export const eventTypes: readonly string[] = [
  ...new Set([...schemas.keys()].map((name) => name.replace(/\/\d+$/, ''))),
];

const compiled = new Map<string, Validator>();

/** The validator of a payload; `null` when the type or its version is not known. */
export function payloadValidator(type: string, schemaVersion: number): Validator | null {
  const name = `${type}/${schemaVersion}`;
  const schema = schemas.get(name);
  if (schema === undefined) return null;
  const known = compiled.get(name) ?? Compile(schema);
  compiled.set(name, known);
  return known;
}
