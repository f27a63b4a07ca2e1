import type { FunnelStep } from '#shared/domain/journey/funnel.ts';
import { type JourneyReport, journeyReport } from '#shared/domain/journey/report.ts';
import { dayAfter, storeDay } from '#shared/domain/journey/store-day.ts';
import { columns } from '../columns.ts';
import type { CliContext } from '../context.ts';

/** `journeys`: what the visits of the last days tell together. With `--json`, the whole report. JRN-45 */
export function journeysCommand({ store, clock, output, json }: CliContext, days: number): void {
  const shop = store.catalog.store(store.catalog.currentVersion());
  const to = storeDay(clock.now(), shop?.timeZone ?? 'UTC');
  const from = dayAfter(to, 1 - days);
  const report = journeyReport(store.journeys.journeys({ from, to }), { from, to });
  if (json) {
    output.line(JSON.stringify(report));
    return;
  }
  for (const line of reportLines(report)) output.line(line);
  if (report.unread > 0) {
    output.note(`${report.unread} events of another release could not be read`);
  }
}

const stepWords: Readonly<Record<FunnelStep, string>> = {
  began: 'began',
  lookedAtProduct: 'looked at a product',
  designed: 'designed',
  inBag: 'in the bag',
  payment: 'payment',
  sold: 'sold',
};

function reportLines(report: JourneyReport): readonly string[] {
  const { from, to, journeys, unfinished } = report;
  const head = `${journeys} journeys from ${from} to ${to}, ${unfinished} without an end`;
  if (journeys === 0) return [head];
  return [
    head,
    ...section(
      ['funnel', 'journeys', 'of those before'],
      report.funnel.map(({ step, journeys: count, share }) => [
        stepWords[step],
        String(count),
        share === null ? '' : percent(share),
      ]),
    ),
    ...section(
      ['ended without a sale on', 'journeys', 'left', 'timed out'],
      report.endedWithoutSale.map((ending) => [
        ending.screen,
        String(ending.journeys),
        String(ending.left),
        String(ending.timedOut),
      ]),
    ),
    ...section(
      ['screen', 'shown', 'median'],
      report.screens.map(({ screen, shown, medianMs }) => [
        screen,
        String(shown),
        `${(medianMs / 1000).toFixed(1)} s`,
      ]),
    ),
    ...section(
      ['language', 'journeys', 'sold'],
      report.languages.map(({ language, journeys: count, sold }) => [
        language,
        String(count),
        String(sold),
      ]),
    ),
    ...section(
      ['designs of', 'begun', 'in the bag', 'given up mostly at'],
      report.templates.map(({ template, begun, finished, abandonedAt: [most] }) => [
        template,
        String(begun),
        String(finished),
        most === undefined ? '' : `${most.group} (${most.journeys})`,
      ]),
    ),
  ];
}

function section(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', ...columns([head, ...rows])];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
