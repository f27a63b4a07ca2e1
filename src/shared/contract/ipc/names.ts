import type { EventName, RequestName } from './contract.ts';

/**
 * The contract's names without its schemas, for the preload script: a sandboxed preload is one
 * small file and validates nothing itself. A test proves that nothing is missing.
 */
export const requestNames = [
  'kiosk.info',
  'catalog.home',
  'catalog.search',
  'catalog.product',
  'catalog.byBarcode',
  'catalog.template',
  'design.evaluate',
  'card.keep',
  'card.print',
  'card.find',
  'handOff.make',
  'handOff.print',
  'handOff.load',
  'shades.grid',
  'shades.match',
  'cart.get',
  'cart.addLine',
  'cart.setQuantity',
  'cart.replaceDesign',
  'cart.removeLine',
  'cart.addCoupon',
  'cart.removeCoupon',
  'cart.discard',
  'checkout.payCash',
  'checkout.payCard',
  'checkout.cancelCard',
  'checkout.settle',
  'receipt.get',
  'devices.list',
  'devices.choices',
  'devices.configurePrinter',
  'devices.configureScanner',
  'devices.reconnect',
  'devices.openDrawer',
  'printing.jobs',
  'printing.reprint',
  'printing.acknowledge',
  'printing.printOrder',
  'printing.testPrint',
  'scanner.keyed',
  'journey.record',
  'survey.ask',
  'survey.end',
  'sync.status',
  'sync.enrol',
  'sync.now',
  'sync.setAside',
  'sync.retry',
  'sync.resend',
  'bench.state',
  'bench.answerCard',
  'bench.setTerminalAuto',
  'bench.scan',
  'bench.setPrinter',
  'bench.tearPaper',
] as const satisfies readonly RequestName[];

/** As `requestNames`, for events. */
export const eventNames = [
  'catalog.published',
  'scanner.scanned',
  'cart.changed',
  'payment.changed',
  'devices.changed',
  'printing.changed',
  'sync.changed',
  'bench.changed',
] as const satisfies readonly EventName[];

/** IPC channels between the Electron host and its preload script. */
export const channels = { request: 'blendbar:request', event: 'blendbar:event' } as const;
