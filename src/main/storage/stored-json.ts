import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/**
 * A parser for a JSON column: what comes out of the file is checked like anything else that enters.
 * The schema is compiled at first use. @throws when the text is not what we store there.
 */
export function storedJson<Schema extends TSchema>(
  schema: Schema,
): (text: string, where: string) => Static<Schema> {
  let validator: { Check(value: unknown): boolean } | null = null;
  return (text, where) => {
    validator ??= Compile(schema);
    const value: unknown = JSON.parse(text);
    if (!validator.Check(value)) throw new Error(`The stored ${where} is not what was stored`);
    // Checked on the line above.
    return value as Static<Schema>;
  };
}
