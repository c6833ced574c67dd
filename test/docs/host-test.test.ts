// @vitest-environment jsdom
// The sample is a host's own tests, and says by itself what it expects.
import '../../stories/docs/samples/host-test.tsx';
