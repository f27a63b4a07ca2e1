import { expect, test } from 'vitest';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import type { TestCentral } from '../helpers/central.ts';
import { listenTo, newId } from '../helpers/client-tools.ts';
import type { ContractTools } from './device-contract.ts';

/** What every transport must do alike about the line to head office. Rules: docs/specs/sync.md. */
export function syncContractTests(
  { client, value, code, sell }: ContractTools,
  { central, store }: { readonly central: TestCentral; readonly store: string },
): void {
  const command = () => ({ commandId: newId() });
  const issue = () => issueEnrolCode(central, { store, name: 'Contract', actor: 'test' });

  test('SYN-30 sync.status: a device that was never enrolled sells by itself', async () => {
    const status = await value('sync.status', {});
    expect(status).toMatchObject({ state: 'notEnrolled', central: null, lastContactAt: null });
    expect((await value('sync.now', command())).state).toBe('notEnrolled');
  });

  test('SYN-31 sync.enrol: a wrong code and a wrong address are told, and nothing changes', async () => {
    const url = central.url;
    const wrong = { ...command(), url, code: 'AAAAA-AAAAA' };
    expect(await code('sync.enrol', wrong)).toBe('enrolment.code_invalid');
    const nowhere = { ...command(), url: 'http://127.0.0.1:9', code: 'AAAAA-AAAAA' };
    expect(await code('sync.enrol', nowhere)).toBe('central.unavailable');
    const nonsense = { ...command(), url: 'ftp://x', code: 'AAAAA-AAAAA' };
    expect(await code('sync.enrol', nonsense)).toBe('input.invalid');
    expect((await value('sync.status', {})).state).toBe('notEnrolled');
  });

  test('SYN-31 SYN-33 sync.enrol lets the device in once, and what waits is sent', async () => {
    const { orderId } = await sell();
    const { heard, stop } = listenTo(client(), 'sync.changed');
    const enrol = { ...command(), url: central.url, code: (await issue()).code };
    const enrolled = await value('sync.enrol', enrol);
    expect(enrolled.central).toMatchObject({ url: central.url, store, name: 'Contract' });
    // A retry is not a second enrolment: its code is used up.
    expect((await value('sync.enrol', enrol)).central).toEqual(enrolled.central);
    await expect.poll(async () => (await value('sync.status', {})).waiting).toBe(0);
    const office = await central.client(['orders:read']);
    const { data } = await office.GET('/v1/orders/{id}', { params: { path: { id: orderId } } });
    expect(data?.id).toBe(orderId);
    stop();
    expect(heard.at(-1)).toMatchObject({ state: 'online', waiting: 0 });
    expect((await value('sync.now', command())).state).toBe('online');
  });

  test('SYN-34 sync.setAside and sync.retry: nothing was refused', async () => {
    expect(await value('sync.setAside', {})).toEqual({ events: [] });
    expect((await value('sync.retry', { ...command(), deviceSeq: null })).setAside).toBe(0);
  });

  test('SYN-14 sync.resend sends again what was answered, and head office has it once', async () => {
    const { waiting } = await value('sync.resend', { ...command(), fromSeq: 1 });
    expect(waiting).toBeGreaterThan(0);
    const waits = async () => (await value('sync.status', {})).waiting;
    await expect.poll(waits, { timeout: 5_000 }).toBe(0);
    expect(await value('sync.setAside', {})).toEqual({ events: [] });
  });

  test('SYN-14 sync.resend sends everything again, once for each command', async () => {
    const { orderId } = await sell();
    const waiting = async () => (await value('sync.status', {})).waiting;
    await expect.poll(waiting).toBe(0);
    const resend = { ...command(), fromSeq: 1 };
    expect((await value('sync.resend', resend)).waiting).toBeGreaterThan(0);
    await expect.poll(waiting).toBe(0);
    expect((await value('sync.resend', resend)).waiting).toBe(0);
    const office = await central.client(['orders:read']);
    const { data } = await office.GET('/v1/orders', { params: { query: { limit: 100 } } });
    expect(data?.items.filter(({ id }) => id === orderId)).toHaveLength(1);
    expect(await code('sync.resend', { ...command(), fromSeq: 0 })).toBe('input.invalid');
  });
}
