/**
 * What the cloud counts and measures of itself, behind a small port: logic names a metric and does
 * not know who keeps it. Invariants: every metric stands in {@link
 * cloud.jarrah.platform.metrics.Metric} and in docs/observability.md; a label has few values that
 * are known beforehand, never an id, an account or anything a user wrote.
 */
@NullMarked
package cloud.jarrah.platform.metrics;

import org.jspecify.annotations.NullMarked;
