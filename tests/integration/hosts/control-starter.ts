import { takeControl } from '#main/hosts/control/control-host.ts';

// A process that takes the control of a store when a line comes in, says whether it got it, and keeps
// it until it is killed.
const [, , file = ''] = process.argv;
process.stdout.write('ready\n');
process.stdin.once('data', () => {
  void takeControl(file, () => undefined).then((taken) => {
    process.stdout.write(`${taken.ok ? 'taken' : taken.error.code}\n`);
  });
});
