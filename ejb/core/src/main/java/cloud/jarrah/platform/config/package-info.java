/**
 * Configuration from MicroProfile Config: system properties, environment variables and the
 * deployment, in that order of weight. Each feature reads its own keys, {@code jarrah.FEATURE.…},
 * into a record when it starts; a value that makes no sense stops the start with its name.
 */
@NullMarked
package cloud.jarrah.platform.config;

import org.jspecify.annotations.NullMarked;
