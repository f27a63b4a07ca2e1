import { PgBoss } from 'pg-boss';
import { signatureWindowMs } from '#shared/contract/api/device.ts';
import type { CentralConfig } from '../config.ts';
import type { OpenCentral } from '../open-central.ts';
import { forgetNonces } from '../storage/devices.ts';
import { forgetEnrolCodes } from '../storage/enrolment.ts';
import { makePartitions } from '../storage/migrate.ts';
import { expireReservations } from '../storage/stock-levels.ts';
import { consumersOf } from './consumers.ts';
import { startEventsOut } from './events-out.ts';
import { runConsumer } from './feed-consumer.ts';
import { tidyDeliveries } from './webhook-upkeep.ts';

/** What is done at a time of day, by whichever process comes first. */
interface Schedule {
  readonly name: string;
  /** In UTC. */
  readonly cron: string;
  run(central: OpenCentral): Promise<void>;
}

const schedules: readonly Schedule[] = [
  {
    name: 'make-partitions',
    cron: '10 2 * * *',
    run: ({ database }) => makePartitions(database.pool),
  },
  {
    name: 'forget-what-expired',
    cron: '*/10 * * * *',
    async run({ db, now }) {
      await forgetNonces(db, new Date(now() - 2 * signatureWindowMs));
      await forgetEnrolCodes(db, new Date(now() - 24 * 3_600_000));
      await expireReservations(db, new Date(now()));
    },
  },
  { name: 'tidy-webhook-deliveries', cron: '* * * * *', run: tidyDeliveries },
];

/** Starts the schedules and the consumers of the feed. */
export async function startJobs(
  central: OpenCentral,
  config: CentralConfig,
): Promise<{ stop(): Promise<void> }> {
  const { logger, database } = central;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: 'jobs',
  });
  boss.on('error', (error) => logger.error({ err: error }, 'The job queue failed'));
  await boss.start();
  for (const { name, cron, run } of schedules) {
    await boss.createQueue(name);
    await boss.work(name, async () => run(central));
    await boss.schedule(name, cron, null, { tz: 'UTC' });
  }
  const eventsOut = startEventsOut(central, config);
  const consumers = [...consumersOf(central), ...eventsOut.consumers].map((consumer) =>
    runConsumer(central, consumer),
  );
  return {
    async stop() {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await eventsOut.stop();
      await boss.stop({ graceful: true });
    },
  };
}
