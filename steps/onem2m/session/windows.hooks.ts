import { Before } from '@cucumber/cucumber';
import type { FlowproofWorld } from '../../world';

/** Less of a second than that and windows of whole seconds no longer keep the order that their scenarios give them. */
const SMALLEST_SCALE = 0.25;

/** Scenarios with windows of schedules are not played faster than schedules can say. */
Before(function (this: FlowproofWorld, { pickle }) {
  if (JSON.stringify(pickle.steps).includes('opens in ')) this.smallestScale = SMALLEST_SCALE;
});
