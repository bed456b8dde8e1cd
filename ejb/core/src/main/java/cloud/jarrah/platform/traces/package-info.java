/**
 * What became of requests and of the commands that they led to, told to a collector of traces,
 * behind a small port. Invariants: off unless set up; never fails, never waits; nothing a user
 * wrote and no secret is in a span; the trace's id is the request id, so that whoever has an answer
 * of the API finds its trace.
 */
@NullMarked
package cloud.jarrah.platform.traces;

import org.jspecify.annotations.NullMarked;
