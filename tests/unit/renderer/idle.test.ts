import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FakeKiosk, fakeKiosk } from './fake-kiosk.ts';

const heard = new Map<string, () => void>();
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: (name: string, listener: () => void) => heard.set(name, listener),
});
vi.stubGlobal('document', { documentElement: { dataset: {}, lang: 'en', dir: 'ltr' } });

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const { useCheckout } = await import('../../../src/renderer/stores/checkout.ts');
const comfort = await import('../../../src/renderer/stores/comfort.ts');
const idle = await import('../../../src/renderer/stores/idle.ts');
const navigation = await import('../../../src/renderer/stores/navigation.ts');
const session = await import('../../../src/renderer/stores/session.ts');

let kiosk: FakeKiosk;

beforeEach(() => {
  vi.useFakeTimers();
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  useCheckout.setState({ busy: false });
  navigation.goToWelcome();
  idle.followIdle();
});

afterEach(() => {
  idle.stay();
  vi.useRealTimers();
});

const leftS = () => idle.useIdle.getState().leftS;
const screen = () => navigation.useNavigation.getState().route.screen;
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

test('UIX-51 who does nothing is asked, and after 30 seconds everything goes', async () => {
  navigation.go({ screen: 'search', text: 'canary' });
  comfort.makeComfortable({ highContrast: true, textSize: 'largest' });
  await pass(89);
  expect(leftS()).toBeNull();
  await pass(1);
  expect(leftS()).toBe(30);
  await pass(29);
  expect(leftS()).toBe(1);
  await pass(1);
  expect(leftS()).toBeNull();
  expect(screen()).toBe('welcome');
  expect(comfort.useComfort.getState()).toMatchObject({ highContrast: false, textSize: 'normal' });
});

test.each(['pointerdown', 'pointermove', 'keydown', 'input', 'wheel'])(
  'UIX-51 a %s gives more time, as often as one likes',
  async (name) => {
    navigation.go({ screen: 'home' });
    for (let time = 0; time < 5; time += 1) {
      await pass(115);
      expect(leftS()).toBe(5);
      heard.get(name)?.();
      expect(leftS()).toBeNull();
    }
    expect(screen()).toBe('home');
  },
);

test('UIX-51 a scan is somebody too', async () => {
  navigation.go({ screen: 'home' });
  await pass(100);
  kiosk.emit('scanner.scanned', { code: { text: '1', symbology: 'unknown' }, sku: null } as never);
  expect(leftS()).toBeNull();
});

test.each(['welcome', 'devices', 'bench'] as const)(
  'UIX-51 nobody is counted on %s',
  async (on) => {
    navigation.go({ screen: on });
    await pass(3600);
    expect(leftS()).toBeNull();
    expect(screen()).toBe(on);
  },
);

test('UIX-51 a wish on the welcome screen goes with whoever made it', async () => {
  comfort.makeComfortable({ textSize: 'largest' });
  const { ended } = session.useSessions.getState();
  await pass(89);
  expect(leftS()).toBeNull();
  await pass(1 + 30);
  expect(comfort.useComfort.getState().textSize).toBe('normal');
  // A sheet that was open over it goes with the session.
  expect(session.useSessions.getState().ended).toBe(ended + 1);
  await pass(3600);
  expect(leftS()).toBeNull();
});

test('UIX-51 nobody is interrupted while the terminal works', async () => {
  navigation.go({ screen: 'payment' });
  useCheckout.setState({ busy: true });
  await pass(600);
  expect(leftS()).toBeNull();
  useCheckout.setState({ busy: false });
  await pass(90);
  expect(leftS()).toBe(30);
});
