import { create } from 'zustand';
import type { KioskInfo } from '#shared/contract/ipc/kiosk.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { kiosk } from './client.ts';
import { greetIn } from './comfort.ts';

interface KioskInfoState {
  readonly info: KioskInfo | null;
  readonly fault: ErrorCode | null;
}

export const useKioskInfo = create<KioskInfoState>(() => ({ info: null, fault: null }));

export async function loadKioskInfo(): Promise<void> {
  const answer = await kiosk().invoke('kiosk.info', {});
  if (answer.ok) {
    await greetIn(answer.value.store.locale);
    useKioskInfo.setState({ info: answer.value, fault: null });
  } else useKioskInfo.setState({ fault: answer.error.code });
}
