import { v7 as uuidv7 } from 'uuid';
import type {
  EventName,
  EventPayload,
  KioskClient,
  RequestInput,
  RequestName,
  RequestOutput,
} from '#shared/contract/ipc/contract.ts';
import type { OptionGroup } from '#shared/domain/catalog/template.ts';
import type { Design, Selection } from '#shared/domain/customization/design.ts';
import type { Evaluation } from '#shared/domain/customization/evaluation.ts';

/** A new client-made id. */
export const newId = (): string => uuidv7();

/** The value of an answer that must be one. */
export async function answerTo<N extends RequestName>(
  client: KioskClient,
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> {
  const answer = await client.invoke(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
  // The generic result type does not narrow by itself.
  return answer.value as RequestOutput<N>;
}

/** The code of an answer that must be a fault. */
export async function refusalOf<N extends RequestName>(
  client: KioskClient,
  name: N,
  input: RequestInput<N>,
): Promise<string> {
  const answer = await client.invoke(name, input);
  if (answer.ok) throw new Error(`${name} answered a value: ${JSON.stringify(answer.value)}`);
  return answer.error.code;
}

/** Keeps every event of a name; `stop` ends it. */
export function listenTo<N extends EventName>(client: KioskClient, name: N) {
  const heard: EventPayload<N>[] = [];
  return { heard, stop: client.subscribe(name, (payload) => heard.push(payload)) };
}

export const adult = { allergies: [], ageYears: 30 };

/** A valid design of a custom product, made the way a shopper would: one possible choice after the other. */
export async function designOf(client: KioskClient, sku: string): Promise<Design> {
  const { template } = await answerTo(client, 'catalog.template', { sku });
  let design: Design = { template: template.id, selections: {} };
  for (let step = 0; step < 60; step += 1) {
    const { evaluation } = await answerTo(client, 'design.evaluate', {
      sku,
      design,
      declaration: adult,
    });
    const [missing] = evaluation.missing;
    if (missing === undefined) return design;
    const group = template.groups.find(({ id }) => id === missing);
    if (group === undefined) throw new Error(`${template.id} has no group ${missing}`);
    const selection = nextChoice(group, design.selections[missing], evaluation);
    design = { ...design, selections: { ...design.selections, [missing]: selection } };
  }
  throw new Error(`No valid design of ${sku} was found`);
}

function nextChoice(
  group: OptionGroup,
  present: Selection | undefined,
  evaluation: Evaluation,
): Selection {
  const available = Object.entries(evaluation.availability[group.id] ?? {})
    .filter(([, option]) => option.available)
    .map(([option]) => option);
  switch (group.type) {
    case 'multi': {
      const chosen = Array.isArray(present) ? present : [];
      return [...chosen, ...available.filter((option) => !chosen.includes(option)).slice(0, 1)];
    }
    case 'amount':
      return evaluation.ranges[group.id]?.[0]?.from ?? group.min;
    case 'text':
      return 'Ada';
    default:
      return available[0] ?? '';
  }
}
