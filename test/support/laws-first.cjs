const { default: TestSequencer } = require("@jest/test-sequencer");

/** Files of many books or many faults: each takes a minute or two, all others a few seconds. */
const TAKES_LONG = /\.prop\.test\.|(faults|bad-input|books|fences)\.test\./;

/** Long files go first, so that no worker is left with one of them when the other has nothing more to do. */
class LawsFirst extends TestSequencer {
  sort(tests) {
    const isShort = ({ path }) => Number(!TAKES_LONG.test(path));
    return super.sort(tests).sort((a, b) => isShort(a) - isShort(b));
  }
}

module.exports = LawsFirst;
