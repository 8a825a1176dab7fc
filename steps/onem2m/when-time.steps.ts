import { stimulus } from '../say';

stimulus('{duration} pass(es)', function (milliseconds: number) {
  return this.scene.stage.time.elapse(milliseconds);
});
