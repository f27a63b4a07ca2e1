import { type Static, Type } from 'typebox';
import { Id, textIn } from '#shared/domain/catalog/primitives.ts';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type { Evaluation, Reason } from '#shared/domain/customization/evaluation.ts';
import type { CliContext } from '../context.ts';
import { badInput, CommandFailure, failureOf } from '../failure.ts';
import { inputName, readJson } from '../input-file.ts';
import { requireCatalog, requireShop } from '../shop.ts';

const DesignFile = Type.Object(
  {
    ...Design.properties,
    allergies: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    ageYears: Type.Optional(Type.Integer({ minimum: 0, maximum: 150 })),
  },
  { additionalProperties: false },
);

/** `validate DESIGN.json`: whether a design can be made, and if not, why and what could be done. */
export function validateCommand({ store, clock, output, json }: CliContext, file: string): void {
  const written = readJson(file, DesignFile);
  const evaluation = evaluate({ store, clock }, file, written);
  if (json) output.line(JSON.stringify(evaluation));
  else report(output, evaluation);
  if (evaluation.status !== 'valid') {
    throw new CommandFailure(`${inputName(file)}: the design is ${evaluation.status}`, 1);
  }
}

function evaluate(
  { store, clock }: Pick<CliContext, 'store' | 'clock'>,
  file: string,
  written: Static<typeof DesignFile>,
): Evaluation {
  const version = requireCatalog(store);
  const { jurisdictions } = requireShop(store, version);
  const source = store.catalog.template(version, written.template);
  if (source === null) {
    throw badInput(`${inputName(file)}: /template: there is no template "${written.template}"`);
  }
  const result = evaluateDesign(
    compileTemplate(source),
    { template: written.template, selections: written.selections },
    {
      allergies: written.allergies ?? [],
      ...(written.ageYears === undefined ? {} : { ageYears: written.ageYears }),
      jurisdictions,
      at: clock.now(),
    },
  );
  if (!result.ok)
    throw failureOf({ ...result.error, message: `${inputName(file)}: ${result.error.message}` });
  return result.value;
}

function report(output: CliContext['output'], evaluation: Evaluation): void {
  output.line(evaluation.status);
  for (const group of evaluation.missing) output.line(`missing: ${group}`);
  for (const { reason, conflict } of evaluation.violations) {
    const choices = conflict.map(({ group, option, value }) => `${group}=${option ?? value}`);
    output.line(`broken: ${words(reason)} [${choices.join(', ')}]`);
  }
  for (const { reason } of evaluation.warnings) output.line(`warning: ${words(reason)}`);
  for (const { changes } of evaluation.alternatives) {
    const ways = changes.map(({ group, selection }) => `${group}=${JSON.stringify(selection)}`);
    output.line(`instead: ${ways.join(', ')}`);
  }
}

function words({ text, rule }: Reason): string {
  return text === undefined ? rule : textIn(text, 'en');
}
