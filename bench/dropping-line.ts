// A worker: HTTP of which a tenth is lost, to the backend at `workerData`; posts its own address. In a thread of
// its own, as what lies between a kiosk and head office is no work of the kiosk's.
import { parentPort, workerData } from 'node:worker_threads';
import { required } from '#shared/lib/assert.ts';
import { goodLine, startChaosProxy } from '../tests/helpers/chaos-proxy.ts';

const lost = { ...goodLine, dropRequest: 0.05, dropAnswer: 0.05 };
const { url } = await startChaosProxy([String(workerData)], 1, lost);
required(parentPort, 'a parent').postMessage(url);
