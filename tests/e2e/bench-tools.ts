import { expect, type Page } from '@playwright/test';
import type { PrinterSwitches } from '#shared/contract/ipc/bench.ts';
import {
  ipcContract,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '#shared/contract/ipc/contract.ts';

/** A virtual printer that nothing is wrong with. */
export const allWell: PrinterSwitches = {
  paper: 'ok',
  coverOpen: false,
  cutterError: false,
  drawerOpen: false,
  unplugged: false,
  unplugAfterBytes: null,
  silent: false,
  falseFailure: false,
  baudRate: null,
};

/** Asks the kiosk what the screens ask; commands get an id, as those of the screens do. */
export async function ask<N extends RequestName>(
  page: Page,
  name: N,
  input: Omit<RequestInput<N>, 'commandId'>,
): Promise<RequestOutput<N>> {
  const isCommand = ipcContract[name].kind === 'command';
  const body = isCommand ? { ...input, commandId: crypto.randomUUID() } : input;
  const answer = await page.evaluate(
    async ([path, asked]) => {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      });
      return response.json();
    },
    [`/rpc/${name}`, body] as const,
  );
  expect(answer).toMatchObject({ ok: true });
  return answer.value;
}

export async function setPrinter(page: Page, switches: Partial<PrinterSwitches>): Promise<void> {
  await ask(page, 'bench.setPrinter', { switches });
}

/** What can be read on the virtual printer's paper, sheet by sheet; the last one is not cut off yet. */
export async function sheets(page: Page): Promise<readonly string[]> {
  const { printer } = await ask(page, 'bench.state', {});
  return printer.paper
    .map((element) => {
      if (element.kind === 'cut') return '\f';
      return element.kind === 'line' ? `${element.runs.map(({ text }) => text).join('')}\n` : '';
    })
    .join('')
    .split('\f');
}
