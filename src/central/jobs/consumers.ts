import type { OpenCentral } from '../open-central.ts';
import { designConsumer } from './design-consumer.ts';
import type { FeedConsumer } from './feed-consumer.ts';
import { peopleProjection } from './people-projection.ts';
import { repriceConsumer } from './reprice-consumer.ts';
import { stockProjection } from './stock-projection.ts';
import { surveyConsumer } from './survey-consumer.ts';

/** The readers of the feed that keep what the backend knows; those that tell others are beside them. */
export function consumersOf(central: OpenCentral): readonly FeedConsumer[] {
  return [
    stockProjection(central),
    peopleProjection(central),
    repriceConsumer(central),
    surveyConsumer,
    designConsumer(central),
  ];
}
