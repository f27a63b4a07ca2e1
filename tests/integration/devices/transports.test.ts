import { transportContractSuite } from './transport-contract.ts';
import { fileWorld, serialWorld, tcpWorld, virtualWorld } from './transport-worlds.ts';

transportContractSuite('serial', serialWorld);
transportContractSuite('TCP', tcpWorld);
transportContractSuite('device file', fileWorld);
transportContractSuite('virtual', virtualWorld);
