import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { explainInvalid } from '#shared/lib/explain-invalid.ts';

/**
 * Tells the first thing that is wrong with a body: TypeBox looks for all of them, which takes seconds for a
 * body that is made of nothing else. Everything else of a request is short.
 */
export const firstProblemCompiler: FastifySchemaCompiler<TSchema> = (route) => {
  if (route.httpPart !== 'body') return TypeBoxValidatorCompiler(route);
  const validator = Compile(route.schema);
  return (value: unknown) => {
    if (validator.Check(value)) return { value };
    const { field, reason } = explainInvalid(route.schema, value);
    const instancePath = pointerOf(field);
    return {
      error: [{ instancePath, message: reason, keyword: 'first', schemaPath: '', params: {} }],
    };
  };
};

/** As in problems: `events[3].id` is `/events/3/id`. */
function pointerOf(field: string): string {
  return field === '' ? '' : `/${field.replaceAll(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`;
}
