import {
  type Allotment,
  giveBack,
  merge,
  noAllotment,
  remaining,
  sell,
} from '#shared/domain/stock/allotment.ts';
import {
  type AllotmentAnswer,
  type AllotmentAsk,
  answerAsk,
  available,
} from '#shared/domain/stock/pool.ts';

// One SKU in one store: head office, its web channel, and devices behind a network that loses, doubles and
// reorders whatever it carries. What a device has is on its disk: a crash loses only what is on its way.

type Message =
  | { readonly kind: 'ask'; readonly device: number; readonly ask: AllotmentAsk }
  | { readonly kind: 'answer'; readonly device: number; readonly answer: AllotmentAnswer }
  | { readonly kind: 'sale'; readonly sale: Sale };

interface Sale {
  readonly id: number;
  readonly device: number;
  readonly quantity: number;
  readonly at: number;
}

export type Step =
  | { readonly do: 'sell' | 'hold'; readonly device: number; readonly quantity: number }
  | { readonly do: 'commit' | 'release'; readonly device: number }
  | {
      readonly do: 'ask';
      readonly device: number;
      readonly target: number;
      readonly wanted: number;
    }
  | { readonly do: 'deliver'; readonly which: number; readonly keep: boolean }
  | { readonly do: 'lose'; readonly which: number }
  | { readonly do: 'push'; readonly device: number }
  | { readonly do: 'reserve' | 'receive'; readonly quantity: number }
  | { readonly do: 'commitReserved' | 'releaseReserved' | 'count' };

export function escrowModel(deviceCount: number, opening: number) {
  let now = 0;
  let physical = opening;
  let received = opening;
  let soldOnline = 0;
  let counted = { quantity: opening, at: 0 };
  const ledger: { readonly quantity: number; readonly at: number }[] = [];
  const heard = new Set<number>();
  const reservations: number[] = [];
  const known: Allotment[] = Array.from({ length: deviceCount }, () => noAllotment);
  const unmet: number[] = Array.from({ length: deviceCount }, () => 0);
  const devices = Array.from({ length: deviceCount }, () => ({
    allotment: noAllotment,
    held: [] as number[],
    outbox: [] as Sale[],
  }));
  let network: Message[] = [];
  let lastSale = 0;

  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const at = <T>(list: readonly T[], index: number): T => {
    const item = list[index % list.length];
    if (item === undefined) throw new Error('the list is empty');
    return item;
  };
  const pool = () => ({
    onHand: counted.quantity + sum(ledger.filter((m) => m.at > counted.at).map((m) => m.quantity)),
    reserved: sum(reservations),
    allotted: sum(known.map(remaining)),
  });

  const unheard = () => devices.flatMap(({ outbox }) => outbox.filter(({ id }) => !heard.has(id)));
  const quantityOf = ({ quantity }: Sale) => quantity;

  function recordSale(device: number, quantity: number): void {
    const own = at(devices, device);
    lastSale += 1;
    physical -= quantity;
    own.outbox.push({ id: lastSale, device, quantity, at: now });
  }

  function deliver(message: Message): void {
    if (message.kind === 'answer') {
      const own = at(devices, message.device);
      own.allotment = merge(own.allotment, message.answer.allotment);
      if (message.answer.returnTo !== null) {
        own.allotment = giveBack(own.allotment, message.answer.returnTo, sum(own.held));
      }
      return;
    }
    if (message.kind === 'sale') {
      const { id, device, quantity, at: soldAt } = message.sale;
      if (heard.has(id)) return;
      heard.add(id);
      ledger.push({ quantity: -quantity, at: soldAt });
      const before = at(known, device);
      known[device] = { ...before, sold: before.sold + quantity };
      return;
    }
    const { device, ask } = message;
    const wantedElsewhere = sum(unmet.filter((_, index) => index !== device));
    const peers = { devices: deviceCount, wantedElsewhere };
    const answer = answerAsk(pool(), at(known, device), ask, peers);
    known[device] = answer.allotment;
    unmet[device] = Math.max(
      0,
      ask.wanted - (answer.allotment.granted - ask.sold - answer.allotment.returned),
    );
    network.push({ kind: 'answer', device, answer });
  }

  function tell(device: number, target: number, wanted: number): void {
    const { granted, sold, returned } = at(devices, device).allotment;
    network.push({ kind: 'ask', device, ask: { granted, sold, returned, target, wanted } });
  }

  function apply(step: Step): void {
    now += 1;
    switch (step.do) {
      case 'sell': {
        const own = at(devices, step.device);
        const sold = sell(own.allotment, step.quantity, sum(own.held));
        if (!sold.ok) return;
        own.allotment = sold.value;
        recordSale(step.device, step.quantity);
        return;
      }
      case 'hold': {
        const own = at(devices, step.device);
        if (sell(own.allotment, step.quantity, sum(own.held)).ok) own.held.push(step.quantity);
        return;
      }
      case 'commit': {
        const own = at(devices, step.device);
        const quantity = own.held.shift();
        if (quantity === undefined) return;
        const sold = sell(own.allotment, quantity, sum(own.held));
        if (!sold.ok) throw new Error('what was held cannot be sold');
        own.allotment = sold.value;
        recordSale(step.device, quantity);
        return;
      }
      case 'release':
        at(devices, step.device).held.shift();
        return;
      case 'ask':
        tell(step.device, step.target, step.wanted);
        return;
      case 'push':
        for (const sale of at(devices, step.device).outbox) network.push({ kind: 'sale', sale });
        return;
      case 'deliver': {
        if (network.length === 0) return;
        const index = step.which % network.length;
        const message = at(network, index);
        if (!step.keep) network = network.filter((_, other) => other !== index);
        deliver(message);
        return;
      }
      case 'lose':
        network = network.filter((_, index) => index !== step.which % network.length);
        return;
      case 'reserve':
        if (step.quantity <= available(pool())) reservations.push(step.quantity);
        return;
      case 'commitReserved': {
        const quantity = reservations.shift();
        if (quantity === undefined) return;
        ledger.push({ quantity: -quantity, at: now });
        physical -= quantity;
        soldOnline += quantity;
        return;
      }
      case 'releaseReserved':
        reservations.shift();
        return;
      case 'receive':
        ledger.push({ quantity: step.quantity, at: now });
        physical += step.quantity;
        received += step.quantity;
        return;
      case 'count':
        counted = { quantity: physical, at: now };
        return;
    }
  }

  /** Everything arrives, and every device is asked to give back all that it has. */
  function settle(): void {
    for (const own of devices) {
      own.held = [];
      for (const sale of own.outbox) deliver({ kind: 'sale', sale });
    }
    for (const message of network) deliver(message);
    network = [];
  }

  return {
    apply,
    settle,
    devices,
    known: (device: number) => at(known, device),
    pool,
    physical: () => physical,
    received: () => received,
    soldBy: (device: number) => sum(at(devices, device).outbox.map(({ quantity }) => quantity)),
    soldOnline: () => soldOnline,
    /** Sold after the last count, and not heard of. */
    unreported: () =>
      sum(
        unheard()
          .filter((sale) => sale.at > counted.at)
          .map(quantityOf),
      ),
    /** Sold before the last count, which has left them out, and not heard of. */
    countedOut: () =>
      sum(
        unheard()
          .filter((sale) => sale.at <= counted.at)
          .map(quantityOf),
      ),
  };
}
